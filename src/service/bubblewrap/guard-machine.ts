import { availableMemory, totalMemory } from './available-memory.ts'
import { memoryOfTree } from './memory-of-tree.ts'

/** A job that can be ended when the machine is short of memory. */
export interface GuardedJob {
  pid: number
  onTooMuch: () => void
}

/** Bytes of memory, as they are at the moment of asking. */
export interface MachineMemory {
  available(): number
  /** Of a process and all that came from it. */
  usedBy(pid: number): number
  /** What always has to be available. */
  least: number
}

/** Makes a guard, to be told of each job; it returns how to say that the job has ended. */
export function createGuard({ available, usedBy, least }: MachineMemory): (job: GuardedJob) => () => void {
  const jobs = new Set<GuardedJob>()
  let timer: NodeJS.Timeout | undefined
  let resting = 0

  function look(): void {
    if (resting > 0) resting -= 1
    else if (available() < least) endLargest()
  }
  function endLargest(): void {
    const sizes = [...jobs].map((job) => ({ job, bytes: usedBy(job.pid) }))
    sizes.toSorted((a, b) => b.bytes - a.bytes)[0]?.job.onTooMuch()
    resting = rest
  }
  return (job) => {
    jobs.add(job)
    timer ??= setInterval(look, milliseconds)
    return () => {
      jobs.delete(job)
      if (jobs.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
}

const milliseconds = 50

/** Looks in which what was ended gives its memory back. */
const rest = 6

/** Watches over the machine while the job runs: when little memory is left, the largest of all jobs is ended. */
export const guardMachine = createGuard({
  available: availableMemory,
  usedBy: memoryOfTree,
  // Of one gigabyte an eighth, of much more a twentieth.
  least: Math.max(128 * 1024 * 1024, totalMemory() / 20),
})
