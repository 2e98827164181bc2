import { hasExercise, type Lesson } from '#course/lesson.ts'
import { defaultLocale, type Locale, locales } from '#i18n/locales.ts'
import { chaptersIn, courseIn } from './course.ts'

interface LocalePath {
  params: { locale: Locale }
  props: { locale: Locale }
}

/** What `getStaticPaths` of a page in `pages/[locale]` gives: one for each language but English. */
export function toLocalePaths(): LocalePath[] {
  const others = (Object.keys(locales) as Locale[]).filter((locale) => locale !== defaultLocale)
  return others.map((locale) => ({ params: { locale }, props: { locale } }))
}

/** The same of a page that lessons have: one for each that is translated. */
export function toLessonPaths() {
  return toPaths(() => true)
}

/** The same of what lessons with an exercise have. */
export function toExercisePaths() {
  return toPaths(hasExercise)
}

/** The same of the chapters to print: one for each of which a lesson is translated. */
export function toPrintPaths() {
  return toLocalePaths().flatMap(({ params: { locale } }) =>
    chaptersIn(locale).map(({ slug }) => ({ params: { locale, chapter: slug } })),
  )
}

function toPaths(isMeant: (lesson: Lesson) => boolean) {
  return toLocalePaths().flatMap(({ params: { locale } }) =>
    courseIn(locale)
      .lessons.filter((lesson) => lesson.meta.language === locale && isMeant(lesson))
      .map(({ slug }) => ({ params: { locale, slug } })),
  )
}
