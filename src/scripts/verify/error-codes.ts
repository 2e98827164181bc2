import type { CompileResult } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'

/** Lists the codes of a refusal's errors, each once, in the compiler's order; `no-code` for one such as of syntax. */
export function errorCodes(result: CompileResult): string[] {
  if (result.outcome === 'stopped') return []
  return codesOf(result.diagnostics.filter(({ severity }) => severity === 'error'))
}

/** Lists the codes of diagnostics, each once; `no-code` for one without. */
export function codesOf(diagnostics: Diagnostic[]): string[] {
  return [...new Set(diagnostics.map(({ code }) => code ?? 'no-code'))]
}

/** Says what became of a program in words that follow its name: `is refused with E0505`. */
export function describeOutcome(result: CompileResult): string {
  if (result.outcome === 'stopped') return `stops the compiler (${result.reason})`
  return result.outcome === 'accepted' ? 'compiles' : `is refused with ${errorCodes(result).join(', ')}`
}

/** Is true if the program was refused and every error has this code. */
export function isRefusedWith(result: CompileResult, code: string): boolean {
  return result.outcome === 'rejected' && isOnly(errorCodes(result), code)
}

/** Is true if there is this code, and no other. */
export function isOnly(codes: string[], code: string): boolean {
  return codes.length === 1 && codes[0] === code
}
