import type { SourceFiles } from '#protocol/compile.ts'
import type { Position, Span } from '#protocol/diagnostic.ts'
import type { RustcSpan } from './rustc-message.ts'

/**
 * Moves a span of rustc into the learner's file if a macro of a library hides it, and counts its columns in UTF-16
 * units. A span that has no place in the sent files is marked as external and keeps rustc's columns.
 */
export function toSpan(span: RustcSpan, files: SourceFiles): Span {
  const place = toOwnPlace(span, files)
  const text = isOwn(place, files) ? files[place.file_name] : undefined
  return {
    ...(text === undefined ? toExternal(place) : toInternal(place, text)),
    primary: span.is_primary,
    ...(span.label ? { label: span.label } : {}),
    ...(text === undefined ? { external: true } : {}),
  }
}

/** Where the learner called the macro of theirs that a span lies in, in the words that rustc prints. */
export function toInvocation(span: RustcSpan, files: SourceFiles): Span | undefined {
  const call = span.expansion?.span
  if (!call || !isOwn(span, files) || !isOwn(call, files) || encloses(call, span)) return undefined
  return { ...toSpan({ ...call, is_primary: false, label: null }, files), label: 'in this macro invocation' }
}

/** True for a span in the files that were sent. */
export function isOwn(span: RustcSpan, files: SourceFiles): boolean {
  return Object.hasOwn(files, span.file_name)
}

function toOwnPlace(span: RustcSpan, files: SourceFiles): RustcSpan {
  let place: RustcSpan | undefined = span
  while (place && !isOwn(place, files)) place = place.expansion?.span
  return place ?? span
}

function encloses(outer: RustcSpan, inner: RustcSpan): boolean {
  const startsBefore =
    outer.line_start < inner.line_start ||
    (outer.line_start === inner.line_start && outer.column_start <= inner.column_start)
  const endsAfter =
    outer.line_end > inner.line_end ||
    (outer.line_end === inner.line_end && outer.column_end >= inner.column_end)
  return outer.file_name === inner.file_name && startsBefore && endsAfter
}

type Place = Pick<Span, 'file' | 'start' | 'end'>

/** The path inside the library's own source tree, as the documentation names it. */
function toExternal(span: RustcSpan): Place {
  return {
    file: span.file_name.replace(/^\/.*?\/(?=library\/)/, ''),
    start: { line: Math.max(1, span.line_start), column: Math.max(1, span.column_start) },
    end: { line: Math.max(1, span.line_end), column: Math.max(1, span.column_end) },
  }
}

function toInternal(span: RustcSpan, text: string): Place {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return {
    file: span.file_name,
    start: toPosition(lines, span.line_start, span.column_start),
    end: toPosition(lines, span.line_end, span.column_end),
  }
}

/** What lies behind the text, in lines that we added to compile it, is told at its end. */
function toPosition(lines: string[], line: number, column: number): Position {
  const text = lines[line - 1]
  if (text === undefined) return { line: lines.length, column: lines.at(-1)!.length + 1 }
  return { line, column: toUtf16Column(text, column) }
}

function toUtf16Column(line: string, column: number): number {
  let units = 0
  let characters = 1
  for (const character of line) {
    if (characters === column) break
    units += character.length
    characters += 1
  }
  return units + 1
}
