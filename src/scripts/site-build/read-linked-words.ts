import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toSiblingPath } from '#course/siblings/sibling-path.ts'
import { readGlossary } from '#course/words/read-words.ts'
import type { LinkedWord } from '#markdown/link-words.ts'

/** The words of the glossary that texts of lessons in a language link to, from `lessons/words.yaml` and its siblings. */
export function readLinkedWords(language: string): LinkedWord[] {
  const paths = ['words.yaml', toSiblingPath('words.yaml', language)]
  const there = paths.filter((path) => existsSync(join(lessons, path)))
  const files = Object.fromEntries(there.map((path) => [path, readFileSync(join(lessons, path), 'utf8')]))
  return readGlossary(files, language).words.map(({ word, forms }) => ({ word, forms }))
}

const lessons = join(import.meta.dirname, '../../../lessons')
