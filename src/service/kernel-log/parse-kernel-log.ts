import { cutReports, type ReportLines } from './cut-reports.ts'
import { distinctBy } from './distinct-by.ts'
import { toKernelLines } from './kernel-lines.ts'
import type { LoggedReport } from './logged-report.ts'
import { readHeadline } from './read-headline.ts'
import { readTraces } from './read-traces.ts'
import { reportKinds } from './report-kinds.ts'
import { withoutNumbers } from './without-numbers.ts'

/**
 * Reads what a User-Mode Linux wrote to its console: every report of trouble that it tells of. A report that comes
 * again is told once. A driver can print whatever it likes, so all of this can be made up.
 */
export function parseKernelLog(console: string): LoggedReport[] {
  const cuts = cutReports(toKernelLines(console))
  const first = distinctBy(cuts.slice(0, mostRead).map(toReport), toKey).slice(0, mostReports)
  return distinctBy([...first, ...cuts.slice(-1).map(toReport)], toKey)
}

/** More are not read, but for the last one: it can be the kernel's last words. */
const mostRead = 500
const mostReports = 23

function toReport({ sign, lines, headline }: ReportLines): LoggedReport {
  const { place, ...head } = readHeadline(lines.slice(headline), sign)
  const [here, ...others] = readTraces(lines)
  return {
    kind: sign.kind,
    ...head,
    text: lines.map(({ printed }) => printed).join('\n'),
    ...reportKinds[sign.kind].readMemory?.(lines.map(({ words }) => words)),
    traces: [{ ...here!, ...(place ? { place } : {}) }, ...others],
  }
}

function toKey({ kind, title, traces }: LoggedReport): string {
  return JSON.stringify([kind, withoutNumbers(title), traces.map(({ frames }) => frames)])
}
