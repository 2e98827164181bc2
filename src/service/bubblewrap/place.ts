import { holdMemory, type MemoryHold } from './hold-memory.ts'
import type { Limits } from './limits.ts'
import { takeSandboxUser, type SandboxUser } from './sandbox-user.ts'
import { isStored } from '../file-store.ts'
import type { Job } from '../sandbox.ts'

/** What a job has of the machine while it runs. */
export interface Place {
  user: SandboxUser['ids']
  memory: MemoryHold
  /** When all its processes are gone. */
  release(): void
}

/** Takes what a job needs for itself alone, and keeps its stored files where they are. */
export function takePlace({ memoryBytes }: Limits, files: Job['files']): Place {
  const user = takeSandboxUser()
  const memory = holdMemory(memoryBytes)
  const letGo = Object.values(files).flatMap((file) => (isStored(file) ? [file.hold()] : []))
  return {
    user: user.ids,
    memory,
    release() {
      for (const release of [user.release, memory.end, ...letGo]) release()
    },
  }
}
