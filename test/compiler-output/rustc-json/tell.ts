import type { Diagnostic, DiagnosticChild, Fix, Span } from '#protocol/diagnostic.ts'

/** Diagnostics as text for a reader of tests: each span with the very text that it covers. */
export function tell(diagnostics: Diagnostic[], source: string): string {
  return diagnostics.map((diagnostic) => tellOne(diagnostic, source)).join('\n')
}

function tellOne({ severity, code, message, spans, children, fixes }: Diagnostic, source: string): string {
  return [
    `${severity}${code === undefined ? '' : `[${code}]`}: ${message}`,
    ...spans.map((span) => `  ${tellSpan(span, source)}`),
    ...children.flatMap((child) => tellChild(child, source)),
    ...fixes.flatMap((fix) => tellFix(fix, source)),
    '',
  ].join('\n')
}

function tellSpan(span: Span, source: string): string {
  const { file, start, end, primary, label, external } = span
  const place = `${file}:${start.line}:${start.column}-${end.line}:${end.column}`
  const covered = external ? '(external)' : JSON.stringify(cover(source, span))
  return [primary ? '^' : '-', place, covered, label].filter(Boolean).join(' ')
}

function tellChild({ severity, message, spans }: DiagnosticChild, source: string): string[] {
  return [`  ${severity}: ${message}`, ...spans.map((span) => `    ${tellSpan(span, source)}`)]
}

function tellFix({ title, edits, applicability }: Fix, source: string): string[] {
  const changes = edits.map(({ span, text }) => `    ${tellSpan(span, source)} → ${JSON.stringify(text)}`)
  return [`  fix (${applicability}): ${title}`, ...changes]
}

/** The text between two positions, counted as an editor does. */
function cover(source: string, { start, end }: Span): string {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (start.line === end.line) return lines[start.line - 1]!.slice(start.column - 1, end.column - 1)
  const between = lines.slice(start.line, end.line - 1)
  const first = lines[start.line - 1]!.slice(start.column - 1)
  return [first, ...between, lines[end.line - 1]!.slice(0, end.column - 1)].join('\n')
}
