import type { Workspace } from '../workspace.ts'
import { createOwnWorkspace } from './own-workspace.ts'

/** Starts our own engine in a Worker; its command `no-oops` asks the service with this address. */
export function openOwnWorkspace(service: string): Workspace {
  // A Worker knows nothing of its page but its name.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: service })
  return createOwnWorkspace(worker, () => worker.terminate())
}
