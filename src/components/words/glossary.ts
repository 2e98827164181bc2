import type { Lesson } from '#course/lesson.ts'
import { type Glossary, readGlossary } from '#course/words/read-words.ts'
import type { Word } from '#course/words/words.ts'
import { lessons } from '../course.ts'
import { lessonFiles } from '../lesson-files.ts'

/** The words of the course, and where each is introduced. */
export const glossary: Glossary = readGlossary(lessonFiles)

/** The lesson that introduces a word; undefined while none does. */
export function lessonOfWord({ word }: Word): Lesson | undefined {
  const folder = glossary.introducedIn.get(word)
  return lessons.find((lesson) => lesson.folder === folder)
}

/** The words that a lesson introduces, in its own order. */
export function wordsOf({ meta }: Lesson): Word[] {
  return meta.introduces.flatMap((name) => glossary.words.filter(({ word }) => word === name))
}
