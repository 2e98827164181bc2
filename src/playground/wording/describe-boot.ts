import type { Verdict } from '#protocol/boot.ts'
import type { Language } from '#protocol/compile.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { placeOf, toHeadline } from '#story/crash.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import type { BootEnding, BootLog, BootState } from '../program/boot-session.ts'
import { isError } from '../exercise/check-report.ts'
import { countFailedTests } from '../exercise/count-failed-tests.ts'
import { describeCount, describeFailure } from './describe-answer.ts'
import { describeStopped } from './describe-stopped.ts'

/** Describes in a sentence how far a boot is or what came of it, and what to do next where that is not plain. */
export function describeBoot(
  state: BootState,
  { file, language }: { file: string; language: Language },
): string {
  const building = `Building ${file} with ${compilerOf(language)}…`
  switch (state.kind) {
    case 'not yet':
      return `Run builds ${file} as a kernel module, boots a real Linux kernel, and gives it the commands of boot.sh.`
    case 'requested':
      return 'Asking for a kernel…'
    case 'waiting':
      return `Other readers’ kernels are booting. Trying again in ${describeCount(state.seconds, 'second')}.`
    case 'queued':
      return describeQueue(state.ahead)
    case 'booting':
      return state.log.built ? 'Booting…' : building
    case 'ended':
      return describeBootEnding(state.ending, { log: state.log, language })
  }
}

/** Describes how many come first. */
export function describeQueue(ahead: number): string {
  return `Waiting for a kernel: ${ahead === 0 ? 'you are next' : `${ahead} ahead`}.`
}

interface About {
  log: BootLog
  language: Language
}

function describeBootEnding(ending: BootEnding, { log, language }: About): string {
  switch (ending.kind) {
    case 'finished':
      return describeVerdict(ending.verdict, log)
    case 'rejected':
      return `${refuserOf(ending, language)} refuses the driver, so there is nothing to boot. See Problems.`
    case 'stopped':
      return describeStopped(ending, log.reports.length === 0 ? undefined : describeReports(log.reports))
    case 'cut off':
      return 'The connection broke before the kernel was done. Press Run again.'
    case 'no result':
      return describeFailure(ending.failure, 'Run')
  }
}

function describeVerdict(verdict: Verdict, { commandCount, console, reports }: BootLog): string {
  const ran = console.lines.filter((line) => line.startsWith('# ')).length
  const isCutShort = commandCount !== undefined && ran < commandCount
  const end = isCutShort
    ? `ended early, after ${ran} of ${describeCount(commandCount, 'command')}`
    : 'ran to its end'
  return {
    clean: `The script ${end}${describeFailed(console)}, and the kernel had nothing to report.`,
    reported: `${describeReports(reports)} The script ${isCutShort ? end : `still ${end}`}${describeFailed(console)}.`,
    panicked: `${describeReports(reports)} The kernel did not survive it.`,
  }[verdict]
}

/** A command that fails is no report of the kernel, and may be what was wanted; a test that fails is none either. */
function describeFailed(console: BootLog['console']): string {
  const commands = console.lines.filter((line) => /^\[exit \d+\]\r?$/.test(line)).length
  const tests = countFailedTests(console)
  const counts = [commands && describeCount(commands, 'command'), tests && describeCount(tests, 'test')]
  const told = counts.filter(Boolean)
  return told.length === 0 ? '' : ` (${told.join(' and ')} failed)`
}

/** What the compiler accepts may still be no module. */
function refuserOf({ diagnostics }: Extract<BootEnding, { kind: 'rejected' }>, language: Language): string {
  const errors = diagnostics.filter(isError)
  const atModpost = errors.length > 0 && errors.every(({ code }) => code === 'modpost')
  return atModpost ? 'modpost' : compilerOf(language)
}

function describeReports(reports: KernelReport[]): string {
  if (reports.length === 0) return 'The kernel died.'
  const headline = toHeadline(reports[0]!).replace(/\.$/, '')
  const place = placeOf(reports[0]!)
  const first = place && !headline.includes(place) ? `${headline}, ${place}` : headline
  return reports.length === 1
    ? `${first}.`
    : `${describeCount(reports.length, 'report')}; the first: ${first}.`
}
