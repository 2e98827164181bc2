import { exitCodes } from '../command-failure.ts'
import { findLesson, loadExercise } from '../lesson/load-lesson.ts'
import type { AddCommand } from './command-parts.ts'

/** Adds `no-oops lesson solution`. */
export const addLessonSolution: AddCommand = (lesson, within) => {
  lesson
    .command('solution')
    .argument('<SLUG>', 'which lesson')
    .summary('show the solution of a lesson')
    .description(
      'Prints the solution of a lesson and, on standard error, why it is as it is. Your own files stay as they are.',
    )
    .action(
      within(async (context, name: string) => {
        const { slug } = await findLesson(context.service, name)
        const { solution, root, hints } = await loadExercise(context.service, slug)
        if (context.format === 'json') {
          context.printJson({ kind: 'solution', lesson: slug, files: solution, why: hints.solution })
          return exitCodes.fine
        }
        const others = Object.entries(solution).filter(([path]) => path !== root)
        others.forEach(([path, text]) => context.print(`// ${path}\n${text}`))
        context.print(`${others.length > 0 ? `// ${root}\n` : ''}${solution[root]!.trimEnd()}`)
        context.progress.say(`\n${hints.solution.trim()}`)
        return exitCodes.fine
      }),
    )
}
