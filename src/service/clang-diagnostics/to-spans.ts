import type { Fix, Position, Span } from '#protocol/diagnostic.ts'
import { toSourcePosition, toSourceStretch } from '#compiler-output/source-position.ts'
import type { SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { toTreePath } from '#compiler-output/tree-path.ts'
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
  return isSamePlace(a.from, b.from) && isSamePlace(a.to, b.to)
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column
}

/** Points at the line of a sent file that asks for a header. */
export function toInclusion({ file, line }: { file: string; line: number }, sources: SourceLines): Span {
  const wholeLine = { start: { line, column: 1 }, end: { line, column: Infinity } }
  return {
    file,
    ...toSourceStretch(wholeLine, sources.get(file)!, 'bytes'),
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
  const from = { line, column }
  const lines = sources.get(file)
  if (!lines) return { from, to: from }
  const at = toSourcePosition(from, lines, 'bytes')
  const rest = lines[at.line - 1]!.slice(at.column - 1, at.column - 1 + mostToken)
  const token = /^(\w+|.)/u.exec(rest)?.[0] ?? ''
  return { from, to: { line, column: column + Buffer.byteLength(token) } }
}

/** Of a longer word no more is marked. */
const mostToken = 1000

interface SpanOptions {
  sources: SourceLines
  primary: boolean
}

/** From bytes to UTF-16 units. */
function toSpan(file: string, { from, to }: ClangRange, { sources, primary }: SpanOptions): Span {
  const lines = sources.get(file)
  if (!lines) return { file: toTreePath(file), start: from, end: to, primary, external: true }
  return { file, ...toSourceStretch({ start: from, end: to }, lines, 'bytes'), primary }
}
