import type { Diagnostic } from '#protocol/diagnostic.ts'
import { nameOf } from '../source/source.ts'

/** Writes a diagnostic in one line, as editors and grep read it: `main.rs:3:5: error[E0505]: message`. */
export function renderShort(
  { severity, code, message, spans }: Diagnostic,
  program: { names: Record<string, string> },
): string {
  const span = spans.find(({ primary }) => primary) ?? spans[0]
  const place = span ? `${nameOf(program, span.file)}:${span.start.line}:${span.start.column}: ` : ''
  return `${place}${severity}${code ? `[${code}]` : ''}: ${message.replaceAll('\n', ' ')}`
}
