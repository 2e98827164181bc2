import { stat } from 'node:fs/promises'
import { endSandboxesWithService } from './end-with-service.ts'
import { holdMemory, type MemoryHold } from './hold-memory.ts'
import type { Limits } from './limits.ts'
import { hasMemoryGroups } from './memory-group.ts'
import { prepareStarter } from './process-starter.ts'
import { hasSandboxUsers, takeSandboxUser, type SandboxUser } from './sandbox-user.ts'
import { isStored } from '../file-store.ts'
import type { Job } from '../sandbox.ts'

/** What a job has of the machine while it runs. */
export interface Place {
  user: SandboxUser['ids']
  memory: MemoryHold
  /** When all its processes are gone. */
  release(): void
}

/** Finds out what the machine has for places: while it still has descriptors and threads for that. */
export function preparePlaces(): void {
  startThreads()
  hasSandboxUsers()
  hasMemoryGroups()
  endSandboxesWithService()
  prepareStarter()
}

/** Node starts its threads when it first needs one, and if it cannot, it ends. */
function startThreads(): void {
  void stat('/')
}

/** Takes what a job needs for itself alone, and keeps its stored files where they are. Throws `SandboxBusy` if it lacks. */
export function takePlace({ memoryBytes }: Limits, files: Job['files']): Place {
  endSandboxesWithService()
  const memory = holdMemory(memoryBytes)
  const user = takeSandboxUser()
  const letGo = Object.values(files).flatMap((file) => (isStored(file) ? [file.hold()] : []))
  return {
    user: user.ids,
    memory,
    release() {
      for (const release of [user.release, memory.end, ...letGo]) release()
    },
  }
}
