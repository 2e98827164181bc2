import type { KernelLine } from './kernel-lines.ts'
import type { LoggedPlace } from './logged-report.ts'
import type { ReportSign } from './report-format.ts'

/** The headline of a report, what the kernel remarks right below it, and the place in the source that it names. */
export interface Headline {
  title: string
  remark?: string
  place?: LoggedPlace
}

/** Reads the first lines of a report, from its headline on. */
export function readHeadline([first, second]: KernelLine[], sign: ReportSign): Headline {
  const { words } = first!
  const remark = sign.remark && second && !notRemark.test(second.words) ? second.words.trim() : undefined
  const place = readPlace(words, sign)
  return {
    title: remark !== undefined && sign.remark === 'in title' ? `${words} ${remark}` : words,
    ...(remark ? { remark } : {}),
    ...(place ? { place } : {}),
  }
}

const notRemark = /^(Modules linked in|CPU|BUG|Kernel panic|Call Trace)\b|^-|^\d+\.\d+\.\d+/

/** The column is not read: UBSAN's is that of an operator, and Rust counts how wide characters are on a screen. */
function readPlace(words: string, { beforePlace }: ReportSign): LoggedPlace | undefined {
  const before = beforePlace?.exec(words)?.[0]
  const [, file, line] = (before !== undefined && placeWords.exec(words.slice(before.length))) || []
  return file ? { file, line: Number(line) } : undefined
}

const placeWords = /^([^\s:]{1,200}):(\d{1,9})\b/
