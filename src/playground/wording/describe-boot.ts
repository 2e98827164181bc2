import { t, tn } from '#i18n/t.ts'
import type { Verdict } from '#protocol/boot.ts'
import type { Language } from '#protocol/compile.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { placeOf, toHeadline } from '#story/crash.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import type { BootEnding, BootLog, BootState } from '../program/boot-session.ts'
import { isError } from '../exercise/check-report.ts'
import { countFailedCommands } from '#protocol/count-failed-commands.ts'
import { countFailedTests } from '../exercise/count-failed-tests.ts'
import { describeFailure } from './describe-answer.ts'
import { describeStopped } from './describe-stopped.ts'

/** Describes in a sentence how far a boot is or what came of it, and what to do next where that is not plain. */
export function describeBoot(
  state: BootState,
  { file, language }: { file: string; language: Language },
): string {
  switch (state.kind) {
    case 'not yet':
      return t(
        'Run builds {file} as a kernel module, boots a real Linux kernel, and gives it the commands of boot.sh.',
        { file },
      )
    case 'requested':
      return t('Asking for a kernel…')
    case 'waiting':
      return tn(
        'Other readers’ kernels are booting. Trying again in {count} second.',
        'Other readers’ kernels are booting. Trying again in {count} seconds.',
        { count: state.seconds },
      )
    case 'queued':
      return describeQueue(state.ahead)
    case 'booting':
      if (hasBegun(state.log)) return t('Running the commands of boot.sh…')
      return state.log.built
        ? t('Booting…')
        : t('Building {file} with {compiler}…', { file, compiler: compilerOf(language) })
    case 'ended':
      return describeBootEnding(state.ending, { log: state.log, language })
  }
}

function hasBegun({ console }: BootLog): boolean {
  return console.lines.some((line) => line.startsWith('# '))
}

/** Describes how many come first. */
export function describeQueue(ahead: number): string {
  return ahead === 0
    ? t('Waiting for a kernel: you are next.')
    : t('Waiting for a kernel: {count} ahead.', { count: ahead })
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
      return t('{compiler} refuses the driver, so there is nothing to boot. See Problems.', {
        compiler: refuserOf(ending, language),
      })
    case 'stopped':
      return describeStopped(ending, log.reports.length === 0 ? undefined : describeReports(log.reports))
    case 'cut off':
      return t('The connection broke before the kernel was done. Press Run again.')
    case 'no result':
      return describeFailure(ending.failure, 'Run')
  }
}

function describeVerdict(verdict: Verdict, { commandCount, console, reports }: BootLog): string {
  const ran = console.lines.filter((line) => line.startsWith('# ')).length
  const isCutShort = commandCount !== undefined && ran < commandCount
  const far = { ran, all: commandCount ?? ran, failed: describeFailed(console) }
  switch (verdict) {
    case 'clean':
      return isCutShort ? describeCleanEarly(far) : describeClean(far)
    case 'reported':
      return `${describeReports(reports)} ${isCutShort ? describeEarly(far) : describeWhole(far)}`
    case 'panicked':
      return `${describeReports(reports)} ${t('The kernel did not survive it.')}`
  }
}

interface HowFar {
  ran: number
  all: number
  /** In brackets, after a space; empty where nothing failed. */
  failed: string
  [value: string]: string | number
}

function describeClean(far: HowFar): string {
  return t('The script ran to its end{failed}, and the kernel had nothing to report.', far)
}

function describeCleanEarly(far: HowFar): string {
  return tn(
    'The script ended early, after {ran} of {count} command{failed}, and the kernel had nothing to report.',
    'The script ended early, after {ran} of {count} commands{failed}, and the kernel had nothing to report.',
    { count: far.all, ...far },
  )
}

function describeWhole(far: HowFar): string {
  return t('The script still ran to its end{failed}.', far)
}

function describeEarly(far: HowFar): string {
  return tn(
    'The script ended early, after {ran} of {count} command{failed}.',
    'The script ended early, after {ran} of {count} commands{failed}.',
    { count: far.all, ...far },
  )
}

/** A command that fails is no report of the kernel, and may be what was wanted; a test that fails is none either. */
function describeFailed(console: BootLog['console']): string {
  const [commands, tests] = [countFailedCommands(console.lines), countFailedTests(console)]
  if (commands === 0 && tests === 0) return ''
  const [failedCommands, failedTests] = [describeCommands(commands), describeTests(tests)]
  if (tests === 0) return ` (${t('{commands} failed', { commands: failedCommands })})`
  if (commands === 0) return ` (${t('{tests} failed', { tests: failedTests })})`
  return ` (${t('{commands} and {tests} failed', { commands: failedCommands, tests: failedTests })})`
}

function describeCommands(count: number): string {
  return tn('{count} command', '{count} commands', { count })
}

function describeTests(count: number): string {
  return tn('{count} test', '{count} tests', { count })
}

/** What the compiler accepts may still be no module. */
function refuserOf({ diagnostics }: Extract<BootEnding, { kind: 'rejected' }>, language: Language): string {
  const errors = diagnostics.filter(isError)
  const atModpost = errors.length > 0 && errors.every(({ code }) => code === 'modpost')
  return atModpost ? 'modpost' : compilerOf(language)
}

function describeReports(reports: KernelReport[]): string {
  if (reports.length === 0) return t('The kernel died.')
  const headline = toHeadline(reports[0]!).replace(/\.$/, '')
  const place = placeOf(reports[0]!)
  const first = place && !headline.includes(place) ? `${headline}, ${place}` : headline
  return reports.length === 1
    ? `${first}.`
    : t('{count} reports; the first: {first}.', { count: reports.length, first })
}
