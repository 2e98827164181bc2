import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { toProof } from '../../proof.ts'
import type { Prover } from '../prover.ts'
import { findHeld } from './find-held.ts'
import { proveSteps } from './prove-steps.ts'

/** Proves that the C works, that the start compiles and passes no step, and that steps, solution and wrong answers do what is said of them. */
export const provePort: Prover<'port' | 'project'> = async (runner, lesson, text) => {
  const { folder, exercise, steps } = lesson
  const path = `${folder}/start/${exercise.root}`
  const [{ proofs, record, seen }, held, reached] = await Promise.all([
    proveExercise(runner, lesson),
    findHeld(runner, { path, files: exercise.start, exercise }),
    proveSteps(runner, lesson),
  ])
  const given = steps.find(({ checks }) => checks.every((check) => held.includes(check)))
  const mistake = `${path} passes the checks of the step «${given?.title}» already. Leave that step to the reader.`
  return {
    proofs: [
      ...proofs,
      toProof('every step is the reader’s', given && mistake),
      ...reached,
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record,
  }
}
