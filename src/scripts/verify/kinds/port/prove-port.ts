import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { toProof } from '../../proof.ts'
import { runLessonTests } from '../../run-lesson-tests.ts'
import type { Prover } from '../prover.ts'

/** Proves that the C works, that the start compiles and passes no step, and that solution and wrong answers do what is said of them. */
export const provePort: Prover<'port' | 'project'> = async (runner, lesson, text) => {
  const { folder, exercise, steps } = lesson
  const path = `${folder}/start/${exercise.root}`
  const [{ proofs, record, seen }, tested] = await Promise.all([
    proveExercise(runner, lesson),
    runLessonTests(runner, { path, files: exercise.start, exercise }),
  ])
  const passed = tested.kind === 'ran' ? tested.passed : []
  const given = steps.find(({ tests }) => tests.every((test) => passed.includes(test)))
  const mistake = `${path} passes the tests of the step «${given?.title}» already. Leave that step to the reader.`
  return {
    proofs: [
      ...proofs,
      toProof('every step is the reader’s', given && mistake),
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record,
  }
}
