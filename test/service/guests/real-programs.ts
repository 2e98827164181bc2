import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { openFileStore } from '#service/file-store.ts'
import { nodeStoreBytes, openPrograms } from '#service/programs/open-programs.ts'
import { type ProgramEnvironment, programLimits } from '#service/programs/run-program.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { makeReachableFolder } from '../reachable-folder.ts'

/** What really runs programs, beside the real toolroom, with more time on the clock for a busy machine. */
export function openRealPrograms(): ProgramEnvironment {
  const { root } = openToolroom()
  const programs = openPrograms(root, openFileStore(makeReachableFolder(), nodeStoreBytes))
  return {
    ...programs,
    sandbox: createBubblewrapSandbox({ root, limits: { ...programLimits, wallSeconds: 20 } }),
  }
}
