import type { Lesson } from '#course/lesson.ts'
import { type Glossary, readGlossary } from '#course/words/read-words.ts'
import type { Word } from '#course/words/words.ts'
import { pageLanguage } from '#i18n/language.ts'
import type { Locale } from '#i18n/locales.ts'
import { courseIn } from '../course.ts'
import { lessonFiles } from '../lesson-files.ts'

/** The words of the course, and where each is introduced, in the language of the page that is built. */
export function readPageGlossary(): Glossary {
  const language = pageLanguage()
  const known = glossaries.get(language) ?? readGlossary(lessonFiles, language)
  glossaries.set(language, known)
  return known
}

const glossaries = new Map<Locale, Glossary>()

/** The lesson that introduces a word; undefined while none does. */
export function lessonOfWord({ word }: Word): Lesson | undefined {
  const folder = readPageGlossary().introducedIn.get(word)
  return courseIn().lessons.find((lesson) => lesson.folder === folder)
}

/** The words that a lesson introduces, in its own order. */
export function wordsOf({ meta }: Lesson): Word[] {
  const { words } = readPageGlossary()
  return meta.introduces.flatMap((name) => words.filter(({ word }) => word === name))
}
