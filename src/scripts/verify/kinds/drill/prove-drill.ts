import { proveTasks } from '../../prove-tasks.ts'
import type { Prover } from '../prover.ts'

/** Proves what the tasks of a drill claim. */
export const proveDrill: Prover<'drill'> = (runner, { folder, tasks }) =>
  proveTasks(runner, `${folder}/drill.yaml`, tasks)
