import { cutReports, type ReportLines } from './cut-reports.ts'
import { distinctBy } from '../distinct-by.ts'
import { readGoneSections, toGoneFrame } from './gone-sections.ts'
import { toKernelLines, type KernelLine } from './kernel-lines.ts'
import { isOwnLeak } from './label-of-leak.ts'
import type { LoggedReport, Trace } from './logged-report.ts'
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
  const first = distinctBy(readAll(cuts.slice(0, mostRead)), toKey).slice(0, mostReports)
  return distinctBy([...first, ...readAll(cuts.slice(-1))], toKey)
}

/** More are not read, but for the last one: it can be the kernel's last words. */
const mostRead = 500
const mostReports = 23

function readAll(cuts: ReportLines[]): LoggedReport[] {
  return cuts.map(toReport).filter((report) => report.kind !== 'leak' || isOwnLeak(report))
}

function toReport({ sign, lines, headline }: ReportLines): LoggedReport {
  const { place, ...head } = readHeadline(lines.slice(headline), sign)
  const [here, ...others] = readTraces(lines)
  const memory = reportKinds[sign.kind].readMemory?.(lines.map(({ words }) => words))
  const touched = memory?.access?.address ?? /at addr 0x([0-9a-f]{1,16})/.exec(head.title)?.[1]
  return {
    kind: sign.kind,
    ...head,
    text: lines.map(({ printed }) => printed).join('\n'),
    ...memory,
    traces: [{ ...here!, ...(place ? { place } : {}) }, ...others, ...toGone(touched, lines)],
  }
}

/** Data of a module that is gone has no name any more either. */
function toGone(address: string | undefined, lines: KernelLine[]): Trace[] {
  const frame = address && toGoneFrame(parseInt(address, 16), false, readGoneSections(lines))
  return frame && !frame.symbol.endsWith('text') ? [{ role: 'gone', frames: [frame] }] : []
}

function toKey({ kind, title, traces }: LoggedReport): string {
  return JSON.stringify([kind, withoutNumbers(title), traces.map(({ frames }) => frames)])
}
