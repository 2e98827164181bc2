import type { Language, SourceFiles, Target } from '#protocol/compile.ts'

/** A program as the service takes it. */
export interface Source {
  target: Target
  language: Language
  /** The name of its root file among `files`. */
  root: Root
  files: SourceFiles
  /** The user's name of each file. */
  names: Record<string, string>
}

/** What the service wants a root file to be called. */
export type Root = 'main.rs' | 'driver.rs' | 'driver.c'

/** What the user says of a program; what they leave out is found out. */
export interface SourceOptions {
  target?: Target | undefined
  language?: Language | undefined
}

/** Gives the user's name of a file that the service speaks of, which may be one of a library. */
export function nameOf({ names }: Pick<Source, 'names'>, file: string): string {
  return Object.hasOwn(names, file) ? names[file]! : file
}

/** Gives the root file's name as the user knows it. */
export function rootName(source: Source): string {
  return nameOf(source, source.root)
}
