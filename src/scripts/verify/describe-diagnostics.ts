import type { Diagnostic } from '#protocol/diagnostic.ts'

/** Lists diagnostics on indented lines, with the line that each is about. */
export function describeDiagnostics(diagnostics: Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `  ${describeDiagnostic(diagnostic)}`).join('\n')
}

function describeDiagnostic({ code, message, spans }: Diagnostic): string {
  const line = spans.find(({ primary }) => primary)?.start.line
  return `line ${line ?? '?'}: ${message} (${code ?? 'no code'})`
}

/** Says that a program has warnings, and which; undefined if it has none. */
export function describeUnclean(path: string, diagnostics: Diagnostic[]): string | undefined {
  if (diagnostics.length === 0) return undefined
  return `${path} is not clean. Fix these:\n${describeDiagnostics(diagnostics)}`
}
