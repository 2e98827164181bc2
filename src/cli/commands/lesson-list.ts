import { exitCodes } from '../command-failure.ts'
import { loadIndex } from '../lesson/load-lesson.ts'
import type { AddCommand } from './command-parts.ts'

/** Adds `no-oops lesson list`. */
export const addLessonList: AddCommand = (lesson, within) => {
  lesson
    .command('list')
    .summary('list the lessons')
    .description('Lists all lessons in reading order. One without a target has no exercise for a folder.')
    .action(
      within(async (context) => {
        const lessons = await loadIndex(context.service)
        if (context.format === 'json')
          lessons.forEach((listed) => context.printJson({ kind: 'lesson', ...listed }))
        const width = Math.max(...lessons.map(({ slug }) => slug.length))
        const lines = lessons.map(
          ({ number, slug, title, target }) =>
            `${number.padStart(5)}  ${slug.padEnd(width)}  ${(target ?? '').padEnd(9)}  ${title}`,
        )
        if (context.format !== 'json') lines.forEach(context.print)
        return exitCodes.fine
      }),
    )
}
