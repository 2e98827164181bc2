import { isInDriver } from './driver-names.ts'
import type { KernelLine } from './kernel-lines.ts'
import type { ReportSign } from './report-format.ts'
import { toReportSign, unknownSign, type KindSign } from './report-signs.ts'

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
    const found = sign ? findReport(lines, index, { sign, read }) : findTrace(lines, index, read)
    if (!found) continue
    const { start, end } = found
    reports.push({ sign: found.sign, lines: lines.slice(start, end), headline: found.headline - start })
    read = end
    index = end - 1
  }
  return reports
}

/** Where a report lies. */
interface Found {
  sign: KindSign
  start: number
  headline: number
  end: number
}

/** The kernel shows in each report how it came there; a line without that is the driver's own. */
function findReport(
  lines: KernelLine[],
  headline: number,
  { sign, read }: { sign: KindSign; read: number },
): Found | undefined {
  const end = findEnd(lines, headline, sign)
  const isWhole = lines.slice(headline, end).some(({ words }) => words === callTrace)
  if (!isWhole && !isCutOff(lines, end)) return undefined
  return { sign, start: findStart(lines, headline, read), headline, end }
}

const callTrace = 'Call Trace:'

/** True where the machine had no time to say more. */
function isCutOff(lines: KernelLine[], end: number): boolean {
  return end === lines.length && !lines.at(-1)!.words.startsWith('reboot: ')
}

/** The kernel tells of much more than we know of: any other trace is about the line above it. */
function findTrace(lines: KernelLine[], index: number, read: number): Found | undefined {
  if (lines[index]!.words !== callTrace) return undefined
  const least = Math.max(read, index - mostAbove)
  let top = index - 1
  while (top > least && !taskWords.test(lines[top]!.words)) top -= 1
  const headline = lines[top - 1]?.words === 'COMPACTION is disabled!!!' ? top - 2 : top - 1
  if (headline < read || !taskWords.test(lines[top]!.words) || lines[headline]!.words === '') return undefined
  const end = findEnd(lines, headline, unknownSign)
  if (end <= index) return undefined
  return isAsked(lines.slice(index + 1, end))
    ? undefined
    : { sign: unknownSign, start: headline, headline, end }
}

const mostAbove = 16
const taskWords = /^CPU: \d+ UID: /

/** True if the driver has called dump_stack() itself. */
function isAsked(trace: KernelLine[]): boolean {
  const frames = trace.filter(({ words }) => frame.test(words) && !words.includes('] ? '))
  const asks = frames.findIndex(({ words }) => / dump_stack\+/.test(words))
  return isInDriver(frames[asks + 1]?.words ?? '')
}

/**
 * A rule or a scissors line opens a report; User-Mode Linux prints the registers before it says why, and an attribute's
 * function is named before what it did.
 */
function findStart(lines: KernelLine[], headline: number, least: number): number {
  let start = headline
  while (start > Math.max(least, headline - mostBefore) && opening.test(lines[start - 1]!.words)) start -= 1
  while (lines[start]!.words === '') start += 1
  return start
}

const mostBefore = 24
const opening =
  /^(={20,}|-{4,}\[ cut here \]-{4,}|(Modules linked in|Pid|R[A-Z0-9]{1,2}|(dev|kobj)_attr_show): .*|)$/

function findEnd(lines: KernelLine[], headline: number, sign: ReportSign): number {
  const most = Math.min(lines.length, headline + mostLines)
  let inTrace = false
  for (let index = headline + 1; index < most; index += 1) {
    const { words } = lines[index]!
    if (sign.end?.test(words)) return index + 1
    if (isNext(words, lines[index - 1]!.words, sign)) return findStart(lines, index, headline + 1)
    if (inTrace && !sign.end && !frame.test(words)) {
      if (!sign.goesOn?.test(words)) return index
      inTrace = false
    }
    inTrace ||= words === callTrace
  }
  return most
}

const mostLines = 400
const frame = /^ *\[</

function isNext(words: string, before: string, { goesOn }: ReportSign): boolean {
  return toReportSign(words, before) !== undefined && !goesOn?.test(words)
}
