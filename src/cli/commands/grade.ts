import { Option } from 'commander'
import { exitCodes } from '../command-failure.ts'
import { toExercism } from '../grade/to-exercism.ts'
import { toGradescope } from '../grade/to-gradescope.ts'
import { checkLesson } from '../lesson/check-lesson.ts'
import { readProgram } from '../lesson/lesson-folder.ts'
import { openLesson } from '../lesson/open-lesson.ts'
import { printReport } from '../lesson/print-report.ts'
import { toVerdicts } from '../lesson/to-verdicts.ts'
import type { AddCommand } from './command-parts.ts'

const forms = { exercism: toExercism, gradescope: toGradescope }

interface GradeOptions {
  lesson?: string
  json?: boolean
  format?: keyof typeof forms
  output?: string
}

/** Adds `no-oops grade`. */
export const addGradeCommand: AddCommand = (program, within) => {
  program
    .command('grade')
    .argument('<FOLDER>', 'what was handed in')
    .summary('check a lesson for an autograder')
    .description(
      'Checks what was handed in as «lesson check» does, and writes the result for an autograder. The same files give the same text.',
    )
    .option(
      '--lesson <slug>',
      'which lesson it is; without it the folder says so, which its author can change',
    )
    .option('--json', 'write JSON')
    .addOption(
      new Option('--format <form>', 'the form of the JSON, else exercism: results.json, version 3').choices(
        Object.keys(forms),
      ),
    )
    .option('-o, --output <file>', 'where to write the JSON, else standard output')
    .addHelpText('after', manual)
    .action(
      within(async (context, named: string, options: GradeOptions) => {
        const { exercise, folder } = await openLesson(context, named, options.lesson)
        const files = await readProgram(context.host.files, folder, Object.keys(exercise.start))
        const report = await checkLesson(context, exercise, { files, signal: context.host.signal })
        const isJson = options.json || options.format || options.output || context.format === 'json'
        if (!isJson) printReport(context, { exercise, folder, files, report })
        else {
          const form = forms[options.format ?? 'exercism']
          const text = `${JSON.stringify(form(toVerdicts(report, exercise), report.solved), undefined, 2)}\n`
          if (options.output === undefined) context.host.stdout.write(text)
          else await context.host.files.write(options.output, text)
        }
        return report.solved ? exitCodes.fine : exitCodes.refused
      }),
    )
}

const manual = `
Files are read by the names that the lesson has; links are not followed. The exit code is 0 if it is solved, 1 if not; with
2 and 3 there is no grade, and nothing is written.

Examples:
  no-oops grade submission --lesson ownership/borrow-deadline --json
  no-oops grade /autograder/submission --lesson 3.2 --format gradescope -o /autograder/results/results.json
`
