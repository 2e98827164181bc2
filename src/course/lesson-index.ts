import { z } from 'zod'
import { type ChapterOfLessons, hasExercise } from './lesson.ts'

/** What the list of lessons is called on the site. */
export const indexPath = '/lessons.json'

/** Changes whenever a command that reads the site's data could misread it. */
export const indexVersion = 1

/** `/lessons.json`: all lessons in reading order, for what is no page, such as the command `no-oops`. */
export const LessonIndex = z.object({
  version: z.int(),
  lessons: z.array(
    z.object({
      slug: z
        .string()
        .describe('its page is `/slug/`, and what the workbench has of it `/slug/exercise.json`'),
      number: z.string().describe('such as 3.2'),
      title: z.string(),
      chapter: z.string(),
      minutes: z.number(),
      language: z
        .string()
        .optional()
        .describe('absent where it is English; else its page is `/LANGUAGE/slug/`'),
      target: z.string().optional().describe('absent where it has no exercise'),
    }),
  ),
})
export type LessonIndex = z.infer<typeof LessonIndex>
export type ListedLesson = LessonIndex['lessons'][number]

/** Lists the lessons of a course. */
export function toLessonIndex(chapters: ChapterOfLessons[]): LessonIndex {
  const lessons = chapters.flatMap(({ title: chapter, lessons }) =>
    lessons.map((lesson) => ({
      ...{ slug: lesson.slug, number: lesson.number, chapter },
      ...{ title: lesson.meta.title, minutes: lesson.meta.minutes },
      ...(lesson.meta.language !== 'en' && { language: lesson.meta.language }),
      ...(hasExercise(lesson) && { target: lesson.exercise.target }),
    })),
  )
  return { version: indexVersion, lessons }
}
