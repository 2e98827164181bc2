import type { Diagnostic } from './diagnostic.ts'
import type { KernelReport } from './kernel-report.ts'

/** A kernel's report in the shape of a compiler's, so that one drawing shows both. */
export function reportToDiagnostic({ kind, title, spans }: KernelReport): Diagnostic {
  return { severity: 'error', code: kind, message: title, spans, children: [], fixes: [] }
}
