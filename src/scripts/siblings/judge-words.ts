import { lostFacts } from '#course/siblings/lost-facts.ts'
import { readWordsTranslated } from '#course/words/translate-words.ts'
import { readGlossary } from '#course/words/read-words.ts'

/** What is to be said of the words of the course in one language. */
export interface WordsJudged {
  language: string
  /** Facts that a translation lost: this has to be put right. */
  mistakes: string[]
  /** Texts and words that `words.yaml` does not have any more. */
  stray: string[]
  /** Explanations that are still English. */
  missing: string[]
}

/** Judges the translations of words in a language (path below `lessons/` → text). */
export function judgeWords(files: Record<string, string>, language: string): WordsJudged {
  const { words } = readGlossary(files)
  const { texts, forms } = readWordsTranslated(files, language)
  const known = new Set(
    words.flatMap(({ shown, means, c }) => [shown, means, ...(c === undefined ? [] : [c])]),
  )
  const names = new Set(words.map(({ word }) => word))
  return {
    language,
    mistakes: Object.entries(texts).flatMap(([english, text]) =>
      lostFacts(english, text).map((fact) => `words.${language}.yaml: «${text}» ${fact}`),
    ),
    stray: [
      ...Object.keys(texts).filter((text) => !known.has(text)),
      ...Object.keys(forms).filter((word) => !names.has(word)),
    ],
    missing: words.map(({ means }) => means).filter((text) => !Object.hasOwn(texts, text)),
  }
}
