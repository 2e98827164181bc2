import type { KernelLine } from './kernel-lines.ts'
import type { ReportSign } from './report-format.ts'
import { toReportSign, type KindSign } from './report-signs.ts'

/** The lines of one report. */
export interface ReportLines {
  sign: KindSign
  lines: KernelLine[]
  /** Which of the lines is the headline. */
  headline: number
}

/** Cuts the reports out of a log, each from the line that opens it to the one that ends it or to the next report. */
export function cutReports(lines: KernelLine[]): ReportLines[] {
  const reports: ReportLines[] = []
  let read = 0
  for (let index = 0; index < lines.length; index += 1) {
    const sign = toReportSign(lines[index]!.words, lines[index - 1]?.words)
    if (!sign) continue
    const start = findStart(lines, index, read)
    read = findEnd(lines, index, sign)
    reports.push({ sign, lines: lines.slice(start, read), headline: index - start })
    index = read - 1
  }
  return reports
}

/** A rule or a scissors line opens a report; User-Mode Linux prints the registers before it says why. */
function findStart(lines: KernelLine[], headline: number, least: number): number {
  let start = headline
  while (start > Math.max(least, headline - mostBefore) && opening.test(lines[start - 1]!.words)) start -= 1
  while (lines[start]!.words === '') start += 1
  return start
}

const mostBefore = 24
const opening = /^(={20,}|-{4,}\[ cut here \]-{4,}|(Modules linked in|Pid|R[A-Z0-9]{1,2}): .*|)$/

function findEnd(lines: KernelLine[], headline: number, sign: ReportSign): number {
  const most = Math.min(lines.length, headline + mostLines)
  let inTrace = false
  for (let index = headline + 1; index < most; index += 1) {
    const { words } = lines[index]!
    if (sign.end?.test(words)) return index + 1
    if (isNext(words, lines[index - 1]!.words, sign)) return findStart(lines, index, headline + 1)
    if (inTrace && !sign.end && !frame.test(words)) return index
    inTrace ||= words === 'Call Trace:'
  }
  return most
}

const mostLines = 400
const frame = /^ *\[</

function isNext(words: string, before: string, { goesOn }: ReportSign): boolean {
  return toReportSign(words, before) !== undefined && !goesOn?.test(words)
}
