import type { KindName } from '#course/kinds/kinds.ts'
import {
  type ChapterOfLessons,
  type ExerciseLesson,
  hasExercise,
  type Lesson,
  type LessonOf,
} from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { lessonFiles } from './lesson-files.ts'

/** All chapters in reading order; one that is only planned has no lessons yet. */
export const chapters: ChapterOfLessons[] = readCourse(lessonFiles)

/** The chapters that can be read. */
export const course: ChapterOfLessons[] = chapters.filter((chapter) => chapter.lessons.length > 0)

/** All lessons in reading order. */
export const lessons: Lesson[] = course.flatMap((chapter) => chapter.lessons)

/** The lesson whose page is at `slug`; a page that has none is a mistake in the program. */
export function lessonAt(slug: string | undefined): Lesson {
  const lesson = lessons.find((lesson) => lesson.slug === slug)
  if (!lesson) throw new Error(`No lesson is at «${slug}».`)
  return lesson
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
export function chapterOf(lesson: Lesson): ChapterOfLessons {
  return course.find((chapter) => chapter.lessons.includes(lesson))!
}
