import type { Workspace } from '../workspace.ts'
import { createOwnWorkspace } from './own-workspace.ts'

/** Starts our own engine in a Worker. */
export function openOwnWorkspace(): Workspace {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return createOwnWorkspace(worker, () => worker.terminate())
}
