import { readFileSync } from 'node:fs'
import { readGlossary } from '#course/words/read-words.ts'
import type { LinkedWord } from '#markdown/link-words.ts'

/** The words of the glossary that texts of lessons link to, from `lessons/words.yaml`. */
export function readLinkedWords(): LinkedWord[] {
  const text = readFileSync(new URL('../../../lessons/words.yaml', import.meta.url), 'utf8')
  return readGlossary({ 'words.yaml': text }).words.map(({ word, forms }) => ({ word, forms }))
}
