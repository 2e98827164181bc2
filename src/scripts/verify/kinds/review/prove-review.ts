import { proveTasks } from '../../prove-tasks.ts'
import type { Prover } from '../prover.ts'

/** Proves what the patches of a review claim: what becomes of each patched program. */
export const proveReview: Prover<'review'> = (runner, { folder, tasks }) =>
  proveTasks(runner, `${folder}/review.yaml`, tasks)
