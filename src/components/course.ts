import type { ChapterOfLessons, Lesson } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { lessonFiles } from './lesson-files.ts'

/** The course as it stands in `lessons/`, in reading order. */
export const course: ChapterOfLessons[] = readCourse(lessonFiles).filter(
  (chapter) => chapter.lessons.length > 0,
)

/** All lessons in reading order. */
export const lessons: Lesson[] = course.flatMap((chapter) => chapter.lessons)

/** The lesson whose page is at `slug`; a page that has none is a mistake in the program. */
export function lessonAt(slug: string | undefined): Lesson {
  const lesson = lessons.find((lesson) => lesson.slug === slug)
  if (!lesson) throw new Error(`No lesson is at «${slug}».`)
  return lesson
}

/** The chapter that a lesson stands in. */
export function chapterOf(lesson: Lesson): ChapterOfLessons {
  return course.find((chapter) => chapter.lessons.includes(lesson))!
}
