import type { CompileResult } from '#protocol/compile.ts'

/** The codes of a refusal's errors, each once, in rustc's order; «no code» for an error such as one of syntax. */
export function errorCodes(result: CompileResult): string[] {
  if (result.outcome === 'stopped') return []
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
  return [...new Set(errors.map(({ code }) => code ?? 'no code'))]
}

/** What became of a program, in words that follow its name: `is refused with E0505`. */
export function sayOutcome(result: CompileResult): string {
  if (result.outcome === 'stopped') return `stops the compiler (${result.reason})`
  return result.outcome === 'accepted' ? 'compiles' : `is refused with ${errorCodes(result).join(', ')}`
}

/** True if every error has this code. */
export function isRefusedWith(result: CompileResult, code: string): boolean {
  const codes = errorCodes(result)
  return result.outcome === 'rejected' && codes.length === 1 && codes[0] === code
}
