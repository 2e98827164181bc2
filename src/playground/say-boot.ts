import type { Language } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'
import type { BootEnding, BootState } from './boot-session.ts'
import { compilerOf, sayCount, sayNoResult } from './say.ts'

/** Says in a sentence how far a boot is or what came of it, and what to do next where that is not plain. */
export function sayBoot(state: BootState, { file, language }: { file: string; language: Language }): string {
  switch (state.kind) {
    case 'not yet':
      return `Run builds ${file} as a kernel module, boots a real Linux kernel, and gives it the commands of boot.sh.`
    case 'asking':
      return `Building ${file} with ${compilerOf(language)}…`
    case 'waiting':
      return `Other readers’ kernels are booting; yours is asked for again in ${sayCount(state.seconds, 'second')}.`
    case 'booting':
      return state.log.built ? 'Booting…' : `Building ${file} with ${compilerOf(language)}…`
    case 'ended':
      return sayBootEnding(state.ending, { reports: state.log.reports, language })
  }
}

interface About {
  reports: KernelReport[]
  language: Language
}

function sayBootEnding(ending: BootEnding, { reports, language }: About): string {
  switch (ending.kind) {
    case 'finished':
      return {
        clean: 'The script ran to its end, and the kernel had nothing to report.',
        reported: `${sayReports(reports)} The script still ran to its end.`,
        panicked: `${sayReports(reports)} The kernel did not survive it.`,
      }[ending.verdict]
    case 'rejected':
      return `${compilerOf(language)} refuses the driver, so there is nothing to boot. See Problems.`
    case 'stopped':
      return stopped[ending.reason]
    case 'cut off':
      return 'The connection broke before the kernel was done. Press Run again.'
    case 'no result':
      return sayNoResult(ending.answer, 'Run')
  }
}

/** Says why a boot was stopped. */
export const stopped: Record<Extract<BootEnding, { kind: 'stopped' }>['reason'], string> = {
  reader: 'Stopped.',
  time: 'Stopped: it took too long, perhaps a loop that does not end or a lock that never comes free.',
  memory: 'Stopped: it needed more memory than the machine has. Look for an allocation in a loop.',
  output: 'Stopped: the console was flooded. Look for a print in a loop.',
  crash: 'Stopped: the machine itself died without a report. Press Run to try again.',
}

function sayReports(reports: KernelReport[]): string {
  if (reports.length === 0) return 'The kernel died.'
  const place = placeOf(reports[0]!)
  const first = place ? `${toHeadline(reports[0]!)}, ${place}` : toHeadline(reports[0]!)
  return reports.length === 1 ? `${first}.` : `${sayCount(reports.length, 'report')}; the first: ${first}.`
}

/** A report as it is drawn in and beside the code. */
export function toCrash(report: KernelReport): Diagnostic {
  return reportToDiagnostic({ ...report, title: toHeadline(report) })
}

/** The headline without offsets: what kind, and in which function. */
function toHeadline({ title }: KernelReport): string {
  return title.replace(/\+0x[0-9a-f]+\/0x[0-9a-f]+/g, '').replace(/ \[driver\]/g, '')
}

/** Where in the driver it happened, such as `driver.c:31`. */
export function placeOf({ spans }: KernelReport): string | undefined {
  const span = spans.find(({ primary, external }) => primary && !external)
  return span && `${span.file}:${span.start.line}`
}
