import { exitCodes } from '../command-failure.ts'
import { folderNameOf } from '../lesson/lesson-folder.ts'
import { findLesson, loadExercise } from '../lesson/load-lesson.ts'
import { startLesson } from '../lesson/start-lesson.ts'
import type { AddCommand } from './command-parts.ts'

/** Adds `no-oops lesson start`. */
export const addLessonStart: AddCommand = (lesson, within) => {
  lesson
    .command('start')
    .argument('<SLUG>', 'which lesson')
    .argument('[FOLDER]', 'where to write it, else a folder called after it')
    .summary('write a lesson into a new folder')
    .description(
      'Writes what a lesson begins with into a folder that is empty or not there. Nothing is written over.',
    )
    .action(
      within(async (context, name: string, named: string | undefined) => {
        const { slug, title } = await findLesson(context.service, name)
        const exercise = await loadExercise(context.service, slug)
        const folder = named ?? folderNameOf(slug)
        const written = await startLesson(context.host.files, folder, {
          exercise,
          site: context.service.site,
        })
        if (context.format === 'json')
          context.printJson({ kind: 'started', lesson: slug, folder, files: written })
        else
          context.print(
            `«${title}» is in ${folder}/ (${written.join(', ')}).\n` +
              `Read ${context.service.site}/${slug}/, change ${exercise.root}, then: no-oops lesson check ${folder}`,
          )
        return exitCodes.fine
      }),
    )
}
