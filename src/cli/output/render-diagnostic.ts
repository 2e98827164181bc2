import type { Diagnostic, Severity, Span } from '#protocol/diagnostic.ts'
import { renderSpans, type NamedFiles } from './render-spans.ts'

/** Writes a diagnostic as rustc would, for what has no text of rustc's own: what clang and the kernel say. */
export function renderDiagnostic(diagnostic: Diagnostic, program: NamedFiles): string {
  const { severity, code, message, spans, children, fixes } = diagnostic
  return [
    `${severity}${code ? `[${code}]` : ''}: ${message}`,
    ...renderSpans(spans, program),
    ...children.flatMap((child) => renderChild(child, program)),
    ...fixes
      .filter(({ title }) => !children.some(({ message }) => title.startsWith(message)))
      .map(({ title }) => `  = help: ${title}`),
  ].join('\n')
}

function renderChild(
  { severity, message, spans }: { severity: Severity; message: string; spans: Span[] },
  program: NamedFiles,
): string[] {
  if (spans.length === 0) return [`  = ${severity}: ${message.replaceAll('\n', '\n    ')}`]
  return [`${severity}: ${message}`, ...renderSpans(spans, program)]
}
