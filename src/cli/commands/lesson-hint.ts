import { InvalidArgumentError } from 'commander'
import { firstHint } from '#playground/exercise/first-hint.ts'
import { exitCodes } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { checkLesson } from '../lesson/check-lesson.ts'
import { readProgram, writeMark } from '../lesson/lesson-folder.ts'
import { type OpenLesson, openLesson } from '../lesson/open-lesson.ts'
import type { AddCommand } from './command-parts.ts'

/** Adds `no-oops lesson hint`. */
export const addLessonHint: AddCommand = (lesson, within) => {
  lesson
    .command('hint')
    .argument(
      '[FOLDER]',
      'the folder, or the lesson that was started here; the current one if it is left out',
    )
    .summary('give a hint, and a further one each time')
    .description(
      'Gives a hint; the first is about what is wrong now, and each further one says more. There are three.',
    )
    .option('--step <number>', 'which one: 1, 2 or 3', toStep)
    .action(
      within(async (context, named: string | undefined, { step }: { step?: number }) => {
        const open = await openLesson(context, named, undefined)
        const number = step ?? Math.min(open.mark.hints + 1, 3)
        const text = await textOf(context, open, number)
        if (context.format === 'json')
          context.printJson({ kind: 'hint', lesson: open.exercise.slug, step: number, text })
        else context.print(`${context.style.paint('strong', `Hint ${number} of 3`)}\n\n${text.trim()}`)
        if (number === 3)
          context.progress.say(
            `That was the last. «no-oops lesson solution ${open.exercise.slug}» shows the solution.`,
          )
        const hints = Math.max(open.mark.hints, number)
        await writeMark(context.host.files, { path: open.folder, mark: { ...open.mark, hints } })
        return exitCodes.fine
      }),
    )
}

function toStep(text: string): number {
  if (/^[123]$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is 1, 2 or 3.')
}

async function textOf(context: Context, { exercise, folder }: OpenLesson, step: number): Promise<string> {
  if (step > 1) return step === 2 ? exercise.hints.second : exercise.hints.third
  const files = await readProgram(context.host.files, folder, Object.keys(exercise.start))
  const report = await checkLesson(context, exercise, { files, signal: context.host.signal })
  return firstHint(exercise, report.refused, report)
}
