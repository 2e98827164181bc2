import type { Fix } from '#protocol/diagnostic.ts'
import { most } from '../cap-diagnostics.ts'
import { cutText } from '../cut-text.ts'
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
  const places = new Set<string>()
  for (const span of spans) {
    const place = toPlace(span)
    if (alternatives.length === 0 || places.has(place)) {
      alternatives.push([])
      places.clear()
    }
    alternatives.at(-1)!.push(span)
    places.add(place)
  }
  return alternatives
}

function toPlace({ file_name, line_start, column_start, line_end, column_end }: RustcSpan): string {
  return `${line_start}:${column_start}-${line_end}:${column_end} ${file_name}`
}

function toTitle(message: string, parts: RustcSpan[], isOneOfMany: boolean): string {
  const title = cutText(message, most.title)
  return isOneOfMany ? `${title}: \`${parts[0]!.suggested_replacement!.trim()}\`` : title
}

function toFix(title: string, parts: RustcSpan[], sources: SourceLines): Fix {
  return {
    title,
    edits: parts.map((part) => ({ span: toSpan(part, sources), text: part.suggested_replacement! })),
    applicability: parts[0]!.suggestion_applicability ?? 'Unspecified',
  }
}
