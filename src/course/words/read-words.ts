import { parse } from 'yaml'
import { readYaml } from '../read-file.ts'
import { readWordsTranslated, translateWords } from './translate-words.ts'
import { type Word, Words } from './words.ts'

/** The words of the course, and where each is introduced. */
export interface Glossary {
  words: Word[]
  /** Beginnings of folders whose lessons need not keep the rule yet. */
  exceptions: string[]
  /** Word → folder of the first lesson that introduces it, such as `03-ownership/02-borrow-deadline`. */
  introducedIn: Map<string, string>
}

/** Reads `words.yaml` in a language, and from the heads of all lessons what each introduces; a course without words has none. Throws `CourseError`. */
export function readGlossary(files: Record<string, string>, language = 'en'): Glossary {
  const { words, exceptions } =
    'words.yaml' in files ? readYaml(files, 'words.yaml', Words) : { words: [], exceptions: [] }
  const folders = Object.keys(files)
    .flatMap((path) => /^([^/]+\/[^/]+)\/lesson\.mdx$/.exec(path)?.[1] ?? [])
    .sort()
  const introducedIn = new Map<string, string>()
  for (const folder of folders)
    for (const word of introducedBy(files[`${folder}/lesson.mdx`]!))
      if (!introducedIn.has(word)) introducedIn.set(word, folder)
  return { words: translateWords(words, readWordsTranslated(files, language)), exceptions, introducedIn }
}

/** Leniently: a head that is wrong is its own lesson's affair. */
function introducedBy(mdx: string): string[] {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1]
  try {
    const introduces: unknown = parse(head ?? '')?.introduces
    return Array.isArray(introduces) ? introduces.filter((word) => typeof word === 'string') : []
  } catch {
    return []
  }
}
