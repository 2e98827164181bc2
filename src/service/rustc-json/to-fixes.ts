import type { Fix } from '#protocol/diagnostic.ts'
import type { RustcChild, RustcSpan } from './rustc-message.ts'
import type { SourceLines } from './source-lines.ts'
import { isOwn, toSpan } from './to-span.ts'

/** Makes fixes of the changes that a help proposes: alternatives are fixes of their own, the parts of one stay together. */
export function toFixes(child: RustcChild, sources: SourceLines): Fix[] {
  const alternatives = toAlternatives(child.spans.filter((span) => span.suggested_replacement !== null))
  return alternatives
    .filter((parts) => parts.every((part) => isOwn(part, sources)))
    .map((parts) => toFix(toTitle(child.message, parts, alternatives.length > 1), parts, sources))
}

/** rustc lists the parts of all alternatives in one row; the next one begins where a place comes again. */
function toAlternatives(spans: RustcSpan[]): RustcSpan[][] {
  const alternatives: RustcSpan[][] = []
  for (const span of spans) {
    const current = alternatives.at(-1)
    if (!current || current.some((part) => isSamePlace(part, span))) alternatives.push([span])
    else current.push(span)
  }
  return alternatives
}

function isSamePlace(a: RustcSpan, b: RustcSpan): boolean {
  return (
    a.file_name === b.file_name &&
    a.line_start === b.line_start &&
    a.column_start === b.column_start &&
    a.line_end === b.line_end &&
    a.column_end === b.column_end
  )
}

function toTitle(message: string, parts: RustcSpan[], isOneOfMany: boolean): string {
  return isOneOfMany ? `${message}: \`${parts[0]!.suggested_replacement!.trim()}\`` : message
}

function toFix(title: string, parts: RustcSpan[], sources: SourceLines): Fix {
  return {
    title,
    edits: parts.map((part) => ({ span: toSpan(part, sources), text: part.suggested_replacement! })),
    applicability: parts[0]!.suggestion_applicability ?? 'Unspecified',
  }
}
