import type { ExplainedWord } from '#course/words/explained-word.ts'
import type { Word } from '#course/words/words.ts'
import { renderPhrase } from '#markdown/render-prose.ts'
import { sitePath } from '#protocol/site-path.ts'
import { glossary, lessonOfWord } from './glossary.ts'

/** All words, as pages and the editor explain them. */
export const explainedWords: ExplainedWord[] = glossary.words.map(toExplained)

function toExplained(entry: Word): ExplainedWord {
  const { word, of, shown, means, c, code } = entry
  const lesson = lessonOfWord(entry)
  return {
    ...{ word, of, shown: renderPhrase(shown), means: renderPhrase(means) },
    ...(c !== undefined && { c: renderPhrase(c) }),
    ...(code !== undefined && { code }),
    ...(lesson && { lesson: { href: sitePath(`/${lesson.slug}/`), number: lesson.number } }),
  }
}
