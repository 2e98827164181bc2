import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Position, Severity, Span } from '#protocol/diagnostic.ts'
import { toSourcePosition } from '../source-position.ts'
import { toSourceLines, type SourceLines } from '../rustc-json/source-lines.ts'
import { cutParts, type TextPart } from './cut-parts.ts'
import { readMarks } from './read-marks.ts'

/**
 * Reads what rustc, or Cargo with it, prints for people, where nothing better is to be had. It has spans only where the drawing
 * shows them to the column; of a primary span whose end it does not show there is the place where it begins. It has no fixes.
 */
export function parseRustcText(text: string, files: SourceFiles): Diagnostic[] {
  const sources = toSourceLines(files)
  const groups: TextPart[][] = []
  for (const part of cutParts(text)) {
    if (part.isTop) groups.push([part])
    else groups.at(-1)?.push(part)
  }
  return groups.filter(([top]) => !isSummary(top!)).map((group) => toDiagnostic(group, sources))
}

function isSummary({ message, place }: TextPart): boolean {
  return place === undefined && summary.test(message)
}

/** Of rustc, and of Cargo. */
const summary =
  /^(?:aborting due to |could not compile |\d+ warnings? emitted|`[^`\n]{1,80}` \([^)\n]{1,80}\) generated )/

function toDiagnostic([top, ...children]: TextPart[], sources: SourceLines): Diagnostic {
  const { severity, message, code = lintOf(children) } = top!
  return {
    severity,
    ...(code === undefined ? {} : { code }),
    message,
    spans: toSpans(top!, sources),
    children: children.map((child) => ({
      severity: child.severity,
      message: child.message,
      spans: toSpans(child, sources),
    })),
    fixes: [],
  }
}

/** rustc names a lint with the first that it finds. */
function lintOf(children: TextPart[]): string | undefined {
  const named = children.find(
    ({ severity, message }) => severity === ('note' satisfies Severity) && lint.test(message),
  )
  return named && lint.exec(named.message)![1]!.replaceAll('-', '_')
}

const lint = /^`?#\[(?:warn|deny)\(([a-z_:]{1,80})\)\]`? (?:on by default|implied by)/

function toSpans(part: TextPart, sources: SourceLines): Span[] {
  const spans = part.drawings.flatMap(({ file, rows }) => {
    const lines = sources.get(file)
    return lines ? readMarks(rows, lines).map((mark): Span => ({ file, ...mark })) : []
  })
  const { place } = part
  const lines = place && sources.get(place.file)
  if (!lines) return spans
  const start = toSourcePosition(place, lines, 'characters')
  const first = spans.find((span) => span.primary && isSame(span.start, start))
  if (first) return [first, ...spans.filter((span) => span !== first)]
  return [{ file: place.file, start, end: start, primary: true }, ...spans]
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.column === b.column
}
