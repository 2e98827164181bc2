import { z } from 'zod'
import { readYaml } from '../read-file.ts'
import { toSiblingPath } from '../siblings/sibling-path.ts'
import type { Word } from './words.ts'

/** `words.de.yaml`: texts of `words.yaml` as they stand there, each with its translation, and the forms of words in lessons of that language. */
export const WordsTranslated = z.strictObject({
  texts: z.record(z.string(), z.string().max(200)),
  forms: z.record(z.string(), z.array(z.string()).min(1)),
})
export type WordsTranslated = z.infer<typeof WordsTranslated>

/** Reads the translations of words; a language without them has none. Throws `CourseError`. */
export function readWordsTranslated(files: Record<string, string>, language: string): WordsTranslated {
  const path = toSiblingPath('words.yaml', language)
  return path in files ? readYaml(files, path, WordsTranslated) : { texts: {}, forms: {} }
}

/** Says words in another language; a text without a translation stays as it is. */
export function translateWords(words: Word[], { texts, forms }: WordsTranslated): Word[] {
  return words.map((word) => ({
    ...word,
    shown: texts[word.shown] ?? word.shown,
    means: texts[word.means] ?? word.means,
    ...(word.c !== undefined && { c: texts[word.c] ?? word.c }),
    forms: forms[word.word] ?? word.forms,
  }))
}
