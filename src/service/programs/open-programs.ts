import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { FileStore } from '../file-store.ts'
import { type NodeRuntime, openNodeRuntime } from '../toolroom/open-node-runtime.ts'
import { type ProgramEnvironment, programLimits, runProgram } from './run-program.ts'

/** Most bytes of Node that are stored: one version, and the next. */
export const nodeStoreBytes = 400 * 1024 * 1024

/** Opens what runs programs beside the toolroom at `root`; Node is made ready when the first one is run. */
export function openPrograms(root: string, store: FileStore): ProgramEnvironment {
  let opened: Promise<NodeRuntime> | undefined
  return {
    sandbox: createBubblewrapSandbox({ root, limits: programLimits }),
    runtime() {
      opened ??= openNodeRuntime(store)
      // Another attempt may find what was missing.
      opened.catch(() => (opened = undefined))
      return opened
    },
  }
}

/** Runs the shortest program that there is. Rejects if that does not work. */
export async function checkPrograms(programs: ProgramEnvironment): Promise<void> {
  const run = await runProgram(programs, shortest)
  if (run.kind === 'stopped') throw new Error(`a program that does nothing was stopped: ${run.reason}`)
  if (run.code !== 0) throw new Error(`Node does not run in the sandbox: ${run.stderr.slice(0, 500)}`)
}

/** A WebAssembly module with a page of memory and a `_start` that does nothing. */
const shortest = Buffer.from(
  [
    ...['0061736d01000000', '010401600000', '03020100', '0503010001'],
    ...['0713', '02', '066d656d6f72790200', '065f73746172740000', '0a040102000b'],
  ].join(''),
  'hex',
)
