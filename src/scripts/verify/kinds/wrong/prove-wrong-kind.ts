import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { proveTransfer } from '../../prove-transfer.ts'
import type { Prover } from '../prover.ts'

/** Proves that the start compiles and is wrong, and that solution and wrong answers do what is said of them. */
export const proveWrongKind: Prover<'wrong'> = async (runner, lesson, text) => {
  const [{ proofs, record, seen }, transfer] = await Promise.all([
    proveExercise(runner, lesson),
    proveTransfer(runner, lesson),
  ])
  return {
    proofs: [
      ...proofs,
      ...transfer.proofs,
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record: { ...record, ...transfer.record },
  }
}
