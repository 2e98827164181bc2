import type { Language } from '#protocol/compile.ts'

/** Who speaks of a program; `kernel` of what happened when its driver ran. */
export type DiagnosticSource = 'rustc' | 'clippy' | 'clang' | 'kernel'

/** The compiler of a language, by its name. */
export function compilerOf(language: Language): 'clang' | 'rustc' {
  return language === 'c' ? 'clang' : 'rustc'
}

/** The language of what is spoken of; the kernel’s reports are of either, and no row is looked up for them. */
export function languageOf(source: DiagnosticSource): Language {
  return source === 'clang' ? 'c' : 'rust'
}
