import { type ExitCode, exitCodes } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { checkLesson } from '../lesson/check-lesson.ts'
import { openLesson } from '../lesson/open-lesson.ts'
import { printReport } from '../lesson/print-report.ts'
import { watchFolder } from '../lesson/watch-folder.ts'
import { readProgram } from '../lesson/lesson-folder.ts'
import type { AddCommand } from './command-parts.ts'

interface CheckOptions {
  lesson?: string
  watch?: boolean
}

/** Adds `no-oops lesson check`. */
export const addLessonCheck: AddCommand = (lesson, within) => {
  lesson
    .command('check')
    .argument(
      '[FOLDER]',
      'the folder, or the lesson that was started here; the current one if it is left out',
    )
    .summary('say whether a lesson is solved')
    .description(
      'Says whether a lesson is solved, as its page does: the compiler, the rules, and the tests or a booted kernel. ' +
        'Programs of userspace run here, as WebAssembly that reaches nothing outside.',
    )
    .option('--lesson <slug>', 'which lesson it is, for a folder that does not say so')
    .option('--watch', 'check again after each change, until you interrupt it')
    .action(
      within(async (context, folder: string | undefined, options: CheckOptions) => {
        if (options.watch)
          return watchFolder(context, folder ?? '.', (signal) => check(context, { folder, options, signal }))
        return check(context, { folder, options, signal: context.host.signal })
      }),
    )
}

interface Check {
  folder: string | undefined
  options: CheckOptions
  signal: AbortSignal
}

async function check(context: Context, { folder: named, options, signal }: Check): Promise<ExitCode> {
  const { exercise, folder } = await openLesson(context, named, options.lesson)
  const files = await readProgram(context.host.files, folder, Object.keys(exercise.start))
  const report = await checkLesson(context, exercise, { files, signal })
  printReport(context, { exercise, folder, files, report })
  return report.solved ? exitCodes.fine : exitCodes.refused
}
