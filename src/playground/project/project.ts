import type { Edition, Language, SourceFiles, Target, Variant } from '#protocol/compile.ts'

/** What stands in the playground: the files of one program, or of a driver in one language or in both, and how they are run. */
export interface Project {
  target: Target
  sides: Sides
  /** Of a driver: the kernel that it is loaded into. */
  variant: Variant
  /** Of a userspace program. */
  edition: Edition
  files: SourceFiles
  /** The commands that the booted kernel is given. */
  script: string
  /** What a userspace program finds on standard input. */
  input: string
  /** Of a driver: the slug of the lesson whose fixtures and programs each boot has, too; none if it is empty. */
  lesson?: string
  /** The file in sight; absent: the first root. */
  shown?: string
}

/** Which languages a driver is written in. */
export type Sides = Language | 'both'

/** The names that the commands and the input have among the files; no file may have them. */
export const scriptFile = 'boot.sh'

/** The languages of a project, C first. */
export function languagesOf({ target, sides }: Pick<Project, 'target' | 'sides'>): Language[] {
  if (target === 'userspace') return ['rust']
  return sides === 'both' ? ['c', 'rust'] : [sides]
}

/** The file that a program of that language begins with. */
export function rootOf(target: Target, language: Language): string {
  if (target === 'userspace') return 'main.rs'
  return language === 'c' ? 'driver.c' : 'driver.rs'
}

/** The language that a file belongs to: what is not C, such as a text that is included, belongs to the Rust. */
export function languageOf(file: string): Language {
  return /\.[ch]$/.test(file) ? 'c' : 'rust'
}

/** The files of one language, the root first. */
export function filesOf({ target, files }: Project, language: Language): string[] {
  const root = rootOf(target, language)
  const others = Object.keys(files).filter((file) => file !== root && languageOf(file) === language)
  return [root, ...others]
}

/** The files that are in sight as tabs, those of C first. */
export function shownFiles(project: Project): string[] {
  return languagesOf(project).flatMap((language) => filesOf(project, language))
}

/** Which of the files belong to a target: a lesson in userspace has a driver in C beside its program. */
export function filesFor(target: Target, files: SourceFiles): SourceFiles {
  const isDriver = (file: string) => languageOf(file) === 'c' || file === 'driver.rs'
  const belongs = (file: string) =>
    target === 'kernel' ? file !== 'main.rs' && file !== 'tests.rs' : !isDriver(file)
  return Object.fromEntries(Object.entries(files).filter(([file]) => belongs(file)))
}

/** The same project with another set of files. */
export function withFiles(project: Project, files: SourceFiles, shown?: string): Project {
  const { shown: _shown, ...rest } = project
  return { ...rest, files, ...(shown !== undefined && { shown }) }
}
