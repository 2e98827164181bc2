import { checkDriver } from './check-driver.ts'
import { checkProgram } from './check-program.ts'
import type { Checker } from './exercise-session.ts'
import type { ExerciseTools } from './exercise-tools.ts'
import { withRecordedChecks } from './trials/with-trials.ts'

/** Makes what checks the programs of an exercise: in a kernel or by tests, and where no service answers by what was recorded. */
export function createChecker(tools: ExerciseTools): Checker {
  return withRecordedChecks(tools.exercise, (files, signal, onPlace) =>
    tools.exercise.target === 'kernel'
      ? checkDriver({ ...tools, files, signal, onPlace })
      : checkProgram({ ...tools, files, signal }),
  )
}
