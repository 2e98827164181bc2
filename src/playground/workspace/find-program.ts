import type { Language, Target } from '#protocol/compile.ts'
import { isFileName } from '../project/file-names.ts'

/** The program that a file belongs to. */
export interface FoundProgram {
  /** The path of the file that it begins with. */
  root: string
  /** Of the root: ends in `/`, or is empty. */
  folder: string
  target: Target
  language: Language
}

/** Finds the root in the folder of a file or the next one above that has one; undefined for what is in no program. */
export function findProgram(path: string, paths: ReadonlySet<string>): FoundProgram | undefined {
  const language = languageOf(path)
  if (!language) return undefined
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    const root = rootIn(folder, { path, language, paths })
    if (root) return { folder, language, root, target: root.endsWith('main.rs') ? 'userspace' : 'kernel' }
    if (folder === '') return undefined
  }
}

/** Lists the files of a program, its root included; a file whose name no service takes, such as one with a space, is in none. */
export function filesOfProgram({ root, folder }: FoundProgram, paths: ReadonlySet<string>): string[] {
  return [...paths].filter(
    (path) => isFileName(path.slice(folder.length)) && findProgram(path, paths)?.root === root,
  )
}

function languageOf(path: string): Language | undefined {
  if (path.endsWith('.rs')) return 'rust'
  return /\.[ch]$/.test(path) ? 'c' : undefined
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

interface Sought {
  path: string
  language: Language
  paths: ReadonlySet<string>
}

/** A root is its own, where two stand beside each other. */
function rootIn(folder: string, { path, language, paths }: Sought): string | undefined {
  const roots = (language === 'c' ? ['driver.c'] : ['driver.rs', 'main.rs']).map((name) => folder + name)
  return roots.find((root) => root === path) ?? roots.find((root) => paths.has(root))
}
