import type { KernelLine } from './kernel-lines.ts'
import type { LoggedPlace } from './logged-report.ts'

/** The headline of a report, what the kernel remarks right below it, and the place in the source that it names. */
export interface Headline {
  title: string
  remark?: string
  place?: LoggedPlace
}

/** Reads the first lines of a report, from its headline on. A panic of Rust says in its second line what went wrong. */
export function readHeadline([first, second]: KernelLine[]): Headline {
  const { words } = first!
  const remark =
    hasRemark.test(words) && second && !notRemark.test(second.words) ? second.words.trim() : undefined
  const place = readPlace(words)
  return {
    title: remark !== undefined && isRust.test(words) ? `${words} ${remark}` : words,
    ...(remark ? { remark } : {}),
    ...(place ? { place } : {}),
  }
}

const isRust = /^rust_kernel: /
const hasRemark = /^(rust_kernel|UBSAN|WARNING): /
const notRemark = /^(Modules linked in|CPU|BUG|Kernel panic|Call Trace)\b|^-|^\d+\.\d+\.\d+/

/** The column is not read: UBSAN's is that of an operator, and Rust counts how wide characters are on a screen. */
function readPlace(words: string): LoggedPlace | undefined {
  const [, file, line] = placeWords.exec(words) ?? []
  return file ? { file, line: Number(line) } : undefined
}

const placeWords =
  /^(?:UBSAN: \S{1,100} in|WARNING:|BUG: failure at|rust_kernel: panicked at) ([^\s:]{1,200}):(\d{1,9})\b/
