import type { Span } from '#protocol/diagnostic.ts'
import type { SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import type { LoggedPlace } from './logged-report.ts'

type PlaceSpan = Pick<Span, 'file' | 'start' | 'end'>

/** The code of the line at a place; nothing for a place outside the sent files. */
export function toPlaceSpan({ file, line }: LoggedPlace, sources: SourceLines): PlaceSpan | undefined {
  const path = file.replace(/^\/work\//, '').replace(/^(\.\/)+/, '')
  const lines = sources.get(path)
  if (!lines) return undefined
  const named = toNamed(lines, line)
  const code = toCode(lines, named)
  return (
    code && { file: path, start: { line: named, column: code.start }, end: { line: named, column: code.end } }
  )
}

/** A compiler says of a function that it begins at its brace, which may stand on a line of its own: its name is above. */
function toNamed(lines: readonly string[], line: number): number {
  if (lines[line - 1] !== '{') return line
  for (let above = line - 1; above > Math.max(0, line - mostOfHead); above -= 1)
    if (headOfFunction.test(lines[above - 1]!)) return above
  return line
}

/** Lines: parameters may have some of their own. */
const mostOfHead = 12
const headOfFunction = /^\w/

/** Columns of a line's code, without the blanks around it. */
interface Code {
  start: number
  end: number
}

/** A line is looked at once, however many places are in it: it can have 64 kB, and thousands of them. */
function toCode(lines: readonly string[], line: number): Code | undefined {
  const known = codes.get(lines) ?? new Map<number, Code | undefined>()
  codes.set(lines, known)
  if (!known.has(line)) known.set(line, readCode(lines[line - 1]))
  return known.get(line)
}

const codes = new WeakMap<readonly string[], Map<number, Code | undefined>>()

function readCode(text = ''): Code | undefined {
  const start = text.length - text.trimStart().length + 1
  const end = text.trimEnd().length + 1
  return start < end ? { start, end } : undefined
}
