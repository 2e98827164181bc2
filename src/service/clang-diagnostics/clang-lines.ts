import { most } from '#compiler-output/cap-diagnostics.ts'
import { cutText } from '#compiler-output/cut-text.ts'

/** One message as clang prints it; lines and columns count from 1, columns in bytes. */
export interface ClangMessage {
  level: string
  text: string
  place?: ClangPlace
  ranges: ClangRange[]
  fixes: ClangFix[]
  /** Where the headers on the way to the place were asked for. */
  includedFrom: { file: string; line: number }[]
}

export interface ClangPlace {
  file: string
  line: number
  column: number
}

/** A range in the file of its message; the end is exclusive. */
export interface ClangRange {
  from: { line: number; column: number }
  to: { line: number; column: number }
}

export interface ClangFix extends ClangRange {
  file: string
  text: string
}

/** Reads the messages with what belongs to each; the lines of source that clang shows are left out. */
export function readClangLines(lines: string[]): ClangMessage[] {
  const messages: ClangMessage[] = []
  const includedFrom: ClangMessage['includedFrom'] = []
  for (const line of lines) {
    const inclusion = toInclusion(line)
    if (inclusion) includedFrom.push(inclusion)
    const message = toMessage(line)
    if (message) messages.push({ ...message, includedFrom: includedFrom.splice(0) })
    const fix = toFix(line)
    if (fix) messages.at(-1)?.fixes.push(fix)
  }
  return messages
}

/** `In file included from driver.c:3:`, and the same with «from» alone in the lines after it. */
function toInclusion(line: string): { file: string; line: number } | undefined {
  const match = /^(?:In file included| {17}) from ([^\s:|]+):(\d+)[:,]$/.exec(line)
  return match ? { file: toPath(match[1]!), line: toCount(match[2]!) } : undefined
}

/** A line of source is shown behind its number and a bar, so that it cannot pass for a message. */
const head =
  /^(?:(<[^>]+>|[^\s:|]+):(\d+):(\d+):((?:\{\d+:\d+-\d+:\d+\})*):? )?(fatal error|error|warning|note|remark): (.*)$/

function toMessage(line: string): ClangMessage | undefined {
  const match = head.exec(line)
  if (!match) return undefined
  const [, file, lineNumber, column, ranges, level, text] = match
  return {
    level: level!,
    text: text!,
    ...(file === undefined
      ? {}
      : { place: { file: toPath(file), line: toCount(lineNumber!), column: toCount(column!) } }),
    ranges: toRanges(ranges ?? ''),
    fixes: [],
    includedFrom: [],
  }
}

/** `{3:5-3:8}{3:9-3:10}`, of which no more are read than are shown. */
function toRanges(ranges: string): ClangRange[] {
  return ranges
    .split('}', most.spans)
    .filter((range) => range !== '')
    .map((range) => toRange(range.slice(1)))
}

/** `3:5-3:8` */
function toRange(range: string): ClangRange {
  const [line, column, endLine, endColumn] = range.split(/[:-]/).map(toCount)
  return { from: { line: line!, column: column! }, to: { line: endLine!, column: endColumn! } }
}

function toFix(line: string): ClangFix | undefined {
  const match = fixWords.exec(line)
  return match ? { file: toPath(match[1]!), ...toRange(match[2]!), text: unescape(match[3]!) } : undefined
}

const fixWords = /^fix-it:"([^"]*)":\{(\d+:\d+-\d+:\d+)\}:"(.*)"$/

/** A driver can say with `#line` in which line of which file it is. */
function toCount(digits: string): number {
  return Math.min(Math.max(1, Number(digits)), mostCount)
}

const mostCount = 2 ** 31 - 1

/** What is included from beside the driver is found as `./ring.h`. No file that was sent has so long a name. */
function toPath(file: string): string {
  return cutText(file.replace(/^\.\//, ''), 300)
}

const named: Record<string, string> = { n: '\n', t: '\t' }

/** As C writes it: what is not printable stands as three octal digits, byte by byte. */
function unescape(text: string): string {
  const bytes = text.replaceAll(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
  )
  return Buffer.from(bytes, /[^\0-\xff]/.test(bytes) ? 'utf8' : 'latin1').toString()
}
