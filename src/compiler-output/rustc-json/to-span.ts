import type { Span } from '#protocol/diagnostic.ts'
import { toSourceStretch } from '../source-position.ts'
import { toTreePath } from '../tree-path.ts'
import { RustcExpansion, type RustcPlace, type RustcSpan } from './rustc-message.ts'
import type { SourceLines } from './source-lines.ts'

/**
 * Moves a span of rustc into the learner's file if a macro of a library hides it, and counts its columns in UTF-16
 * units. A span that has no place in the sent files is marked as external and keeps rustc's columns.
 */
export function toSpan(span: RustcSpan, sources: SourceLines): Span {
  const place = toOwnPlace(span, sources)
  const lines = sources.get(place.file_name)
  return {
    ...(lines === undefined ? toExternal(place) : toInternal(place, lines)),
    primary: span.is_primary,
    ...(span.label ? { label: span.label } : {}),
    ...(lines === undefined ? { external: true } : {}),
  }
}

/**
 * Points at where the learner called the macro of theirs that a primary span lies in, labelled as rustc does: of macros
 * that call each other it takes the first call, and gives undefined if the span lies in that.
 */
export function toInvocation(span: RustcSpan, sources: SourceLines): Span | undefined {
  if (!span.is_primary || !isOwn(span, sources)) return undefined
  const outermost = toExpansions(span).findLast(({ def_site_span }) => !isNowhere(def_site_span))
  if (!outermost || !isOwn(outermost.span, sources) || encloses(outermost.span, span)) return undefined
  const call = { ...outermost.span, is_primary: false, label: toInvocationLabel(outermost.macro_decl_name) }
  return toSpan(call, sources)
}

/** True for a span in the files that were sent. */
export function isOwn(span: RustcSpan, sources: SourceLines): boolean {
  return sources.has(span.file_name)
}

/** True for the place that rustc gives to what stands in no source, such as the macro behind `for`; its text has none. */
export function isNowhere({ line_start, line_end, column_start, column_end }: RustcPlace): boolean {
  return line_start === 1 && column_start === 1 && line_end === 1 && column_end === 1
}

/** As rustc prints it: what lies in a macro of a library stands where that was called, of many calls at the first. */
function toOwnPlace(span: RustcSpan, sources: SourceLines): RustcSpan {
  return isOwn(span, sources) ? span : (toExpansions(span).at(-1)?.span ?? span)
}

/** The innermost first. */
function toExpansions(span: RustcSpan): RustcExpansion[] {
  const expansions: RustcExpansion[] = []
  let parsed = RustcExpansion.safeParse(span.expansion)
  while (parsed.success) {
    expansions.push(parsed.data)
    parsed = RustcExpansion.safeParse(parsed.data.span.expansion)
  }
  return expansions
}

function toInvocationLabel(macro: string): string {
  if (macro.startsWith('#[derive(')) return 'in this derive macro expansion'
  return macro.startsWith('#') ? 'in this procedural macro expansion' : 'in this macro invocation'
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

function toExternal(span: RustcSpan): Place {
  return {
    file: toTreePath(span.file_name),
    start: { line: Math.max(1, span.line_start), column: Math.max(1, span.column_start) },
    end: { line: Math.max(1, span.line_end), column: Math.max(1, span.column_end) },
  }
}

/** What lies behind the text, in lines that we added to compile it, stands at its end. */
function toInternal(span: RustcSpan, lines: readonly string[]): Place {
  const stretch = {
    start: { line: span.line_start, column: span.column_start },
    end: { line: span.line_end, column: span.column_end },
  }
  return { file: span.file_name, ...toSourceStretch(stretch, lines, 'characters') }
}
