import type { Isolation } from '#protocol/status.ts'
import { hasMemoryGroups } from './memory-group.ts'
import { hasSandboxUsers } from './sandbox-user.ts'

/** How far this machine keeps the programs of its readers apart. */
export function readIsolation(): Isolation {
  return {
    memory: hasMemoryGroups() ? 'held' : 'watched',
    users: hasSandboxUsers() ? 'separate' : 'shared',
  }
}

/** Says what is missing of that and what helps, for the owner of the machine; empty where all is there. */
export function describeGaps({ memory, users }: Isolation): string[] {
  return [...(memory === 'watched' ? [watchedMemory] : []), ...(users === 'shared' ? [sharedUser] : [])]
}

const watchedMemory =
  "The kernel does not limit the memory of readers' programs here; the service looks some times a second and ends what " +
  'takes too much. To have it limited, run the service as root or in a unit of systemd with Delegate=yes.'

const sharedUser =
  "Readers' programs are all of the service's own user here, so one can use up what the others need of the kernel: " +
  'pipes and descriptors under way. To give each a user of its own, run the service as root.'
