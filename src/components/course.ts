import type { KindName } from '#course/kinds/kinds.ts'
import {
  type ChapterOfLessons,
  type ExerciseLesson,
  hasExercise,
  type Lesson,
  type LessonOf,
} from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { pageLanguage } from '#i18n/language.ts'
import { defaultLocale, type Locale } from '#i18n/locales.ts'
import { lessonFiles } from './lesson-files.ts'

/** The course in one language; what is not translated yet is English. */
export interface LocalCourse {
  /** All chapters in reading order; one that is only planned has no lessons yet. */
  chapters: ChapterOfLessons[]
  /** The chapters that can be read. */
  course: ChapterOfLessons[]
  /** All lessons in reading order. */
  lessons: Lesson[]
}

/** The course in a language, without one in that of the page that is built. */
export function courseIn(locale: Locale = pageLanguage()): LocalCourse {
  const known = courses.get(locale) ?? read(locale)
  courses.set(locale, known)
  return known
}

const courses = new Map<Locale, LocalCourse>()

function read(locale: Locale): LocalCourse {
  const chapters = readCourse(lessonFiles, locale)
  const course = chapters.filter((chapter) => chapter.lessons.length > 0)
  return { chapters, course, lessons: course.flatMap((chapter) => chapter.lessons) }
}

/** The course in English, for what is the same in every language. */
export const { course, lessons } = courseIn(defaultLocale)

/** The chapters of which a lesson at least is translated into a language. */
export function chaptersIn(locale: Locale): ChapterOfLessons[] {
  return courseIn(locale).course.filter(({ lessons }) => lessons.some(({ meta }) => meta.language === locale))
}

/** The lesson whose page is at `slug`, in the language of the page that is built; a page that has none is a mistake in the program. */
export function lessonAt(slug: string | undefined): Lesson {
  const lesson = courseIn().lessons.find((lesson) => lesson.slug === slug)
  if (!lesson) throw new Error(`No lesson is at «${slug}».`)
  return lesson
}

/** The same, in English: what is saved of a lesson is the same in every language. */
export function englishLessonAt(slug: string | undefined): Lesson {
  return lessons.find((lesson) => lesson.slug === slug)!
}

/** The same, of a lesson of this kind: for components that only its pages have. */
export function lessonOfKind<Kind extends KindName>(slug: string | undefined, kind: Kind): LessonOf<Kind> {
  const lesson = lessonAt(slug)
  if (lesson.kind !== kind) throw new Error(`${lesson.folder} is no ${kind}.`)
  return lesson as unknown as LessonOf<Kind>
}

/** The same, of a lesson with an exercise in the workbench. */
export function exerciseLessonAt(slug: string | undefined): ExerciseLesson {
  const lesson = lessonAt(slug)
  if (!hasExercise(lesson)) throw new Error(`${lesson.folder} has no exercise.`)
  return lesson
}

/** The same, of a lesson whose exercise is done in steps. */
export function steppedLessonAt(slug: string | undefined): LessonOf<'port' | 'project'> {
  const lesson = lessonAt(slug)
  if (!('steps' in lesson)) throw new Error(`${lesson.folder} has no steps.`)
  return lesson
}

/** The chapter that a lesson stands in. */
export function chapterOf({ slug }: Lesson): ChapterOfLessons {
  return courseIn().course.find(({ lessons }) => lessons.some((lesson) => lesson.slug === slug))!
}

/** Where a lesson stands in the course: those before and after it, in the same language. */
export function neighboursOf({ slug }: Lesson): { previous: Lesson | undefined; next: Lesson | undefined } {
  const { lessons } = courseIn()
  const at = lessons.findIndex((lesson) => lesson.slug === slug)
  return { previous: lessons[at - 1], next: lessons[at + 1] }
}

/** The language of a chapter's own words: that of its lessons, as far as they are translated. */
export function languageOf({ lessons }: ChapterOfLessons): string {
  return lessons.find(({ meta }) => meta.language !== defaultLocale)?.meta.language ?? defaultLocale
}
