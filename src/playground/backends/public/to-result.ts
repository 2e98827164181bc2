import type { CompileResult } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { RequestFailure } from '../request-failure.ts'

/** Makes a result of what a compiler elsewhere said: it refuses a program by an error. */
export function toResult(diagnostics: Diagnostic[], toolchain: string): CompileResult {
  const outcome = diagnostics.some(({ severity }) => severity === 'error') ? 'rejected' : 'accepted'
  return { outcome, diagnostics, toolchain, cached: false, milliseconds: 0 }
}

/** Whether a compiler refuses the program. */
export function isRefusal({ outcome }: CompileResult): boolean {
  return outcome === 'rejected'
}

/** Says that a playground of others takes one file. */
export function tooManyFiles(host: string): RequestFailure {
  return { kind: 'refused', detail: t('{host} takes programs of one file. Nothing was sent.', { host }) }
}
