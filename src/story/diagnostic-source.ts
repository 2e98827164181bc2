import type { Language } from '#protocol/compile.ts'

/** Who speaks of a program: a compiler or, of what happened when it ran, the kernel or the browser. */
export type DiagnosticSource = 'rustc' | 'clippy' | 'clang' | 'kernel' | 'browser'

/** Whether what is said is of a run, not of the text. */
export function isOfRun(source: DiagnosticSource): boolean {
  return source === 'kernel' || source === 'browser'
}

/** The compiler of a language, by its name. */
export function compilerOf(language: Language): 'clang' | 'rustc' {
  return language === 'c' ? 'clang' : 'rustc'
}

/** The language of what is spoken of; the kernel’s reports are of either, and no row is looked up for them. */
export function languageOf(source: DiagnosticSource): Language {
  return source === 'clang' ? 'c' : 'rust'
}
