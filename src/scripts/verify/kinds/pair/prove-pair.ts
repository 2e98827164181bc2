import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { proveTransfer } from '../../prove-transfer.ts'
import type { Prover } from '../prover.ts'

/** Proves that the C gives its report, the start its refusal, and that solution and wrong answers do what is said of them. */
export const provePair: Prover<'pair'> = async (runner, lesson, text) => {
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
