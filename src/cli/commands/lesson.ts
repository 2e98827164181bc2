import type { AddCommand } from './command-parts.ts'
import { addLessonCheck } from './lesson-check.ts'
import { addLessonHint } from './lesson-hint.ts'
import { addLessonList } from './lesson-list.ts'
import { addLessonSolution } from './lesson-solution.ts'
import { addLessonStart } from './lesson-start.ts'

/** Adds `no-oops lesson` and the commands below it. */
export const addLessonCommand: AddCommand = (program, within) => {
  const lesson = program
    .command('lesson')
    .summary('work on a lesson in your own editor')
    .description(
      'Lists the lessons of the course, and lets you work on one in a folder, with your own editor.',
    )
    .addHelpText('after', manual)
  for (const add of [addLessonList, addLessonStart, addLessonCheck, addLessonHint, addLessonSolution])
    add(lesson, within)
}

const manual = `
A lesson is named by its path (ownership/borrow-deadline), the last part of that (borrow-deadline) or its number (3.2).

Examples:
  no-oops lesson start borrow-deadline
  cd borrow-deadline && no-oops lesson check --watch
`
