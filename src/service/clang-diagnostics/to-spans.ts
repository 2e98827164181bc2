import type { Fix, Position, Span } from '#protocol/diagnostic.ts'
import type { SourceLines } from '../rustc-json/source-lines.ts'
import { toTreePath } from '../tree-path.ts'
import type { ClangFix, ClangMessage, ClangPlace, ClangRange } from './clang-lines.ts'

/** Gives the place of a message, as wide as the range that it lies in or else its token, and then the other ranges. */
export function toSpans({ place, ranges }: ClangMessage, sources: SourceLines): Span[] {
  if (!place) return []
  const here = ranges.find((range) => isWithin(place, range)) ?? toToken(place, sources)
  const others = ranges.filter((range) => !isSame(range, here))
  return [
    toSpan(place.file, here, { sources, primary: true }),
    ...others.map((range) => toSpan(place.file, range, { sources, primary: false })),
  ]
}

function isSame(a: ClangRange, b: ClangRange): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Points at the line of a driver that asks for a header. */
export function toInclusion({ file, line }: { file: string; line: number }, sources: SourceLines): Span {
  const text = sources.get(file)?.[line - 1] ?? ''
  return {
    file,
    start: { line, column: 1 },
    end: { line, column: text.length + 1 },
    primary: true,
    label: 'included from here',
  }
}

/** Turns a fix of clang into an edit of the files that were sent. */
export function toFixEdit(fix: ClangFix, sources: SourceLines): Fix['edits'][number] {
  return { span: toSpan(fix.file, fix, { sources, primary: true }), text: fix.text }
}

function isWithin({ line, column }: ClangPlace, { from, to }: ClangRange): boolean {
  const isBefore = line < from.line || (line === from.line && column < from.column)
  const isBehind = line > to.line || (line === to.line && column >= to.column)
  return !isBefore && !isBehind
}

/** What stands at the place: a word or one character. */
function toToken({ file, line, column }: ClangPlace, sources: SourceLines): ClangRange {
  const rest = Buffer.from(sources.get(file)?.[line - 1] ?? '').subarray(column - 1)
  const token = /^(\w+|.)/u.exec(rest.toString())?.[0] ?? ''
  return { from: { line, column }, to: { line, column: column + Buffer.byteLength(token) } }
}

interface SpanOptions {
  sources: SourceLines
  primary: boolean
}

function toSpan(file: string, { from, to }: ClangRange, { sources, primary }: SpanOptions): Span {
  const lines = sources.get(file)
  if (!lines) return { file: toTreePath(file), start: from, end: to, primary, external: true }
  return { file, start: toPosition(from, lines), end: toPosition(to, lines), primary }
}

/** From bytes to UTF-16 units. */
function toPosition({ line, column }: Position, lines: readonly string[]): Position {
  const text = Buffer.from(lines[line - 1] ?? '')
  return { line, column: text.subarray(0, column - 1).toString().length + 1 }
}
