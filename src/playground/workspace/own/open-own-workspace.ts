import type { CourseAddresses } from '../course-addresses.ts'
import type { Workspace } from '../workspace.ts'
import { createOwnWorkspace } from './own-workspace.ts'

/** Starts our own engine in a Worker; `env` is what its commands find in their environment. */
export function openOwnWorkspace(env: CourseAddresses): Workspace {
  // A Worker knows nothing of its page but its name.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: JSON.stringify(env),
  })
  return createOwnWorkspace(worker, () => worker.terminate())
}
