import { proveTasks } from '../../prove-tasks.ts'
import type { Prover } from '../prover.ts'

/** Proves what its own tasks claim, and those that it takes from other lessons. */
export const proveRecall: Prover<'recall'> = (runner, { folder, tasks }) =>
  proveTasks(runner, `${folder}/recall.yaml`, tasks)
