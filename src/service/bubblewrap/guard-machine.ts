import { availableMemory, totalMemory } from './available-memory.ts'
import { memoryOfTree } from './memory-of-tree.ts'

/** A job that can be ended when the machine is short of memory. */
export interface GuardedJob {
  pid: number
  onTooMuch: () => void
}

/** Watches over the machine while the job runs: when little memory is left, the largest of all jobs is ended. */
export function guardMachine(job: GuardedJob): () => void {
  jobs.add(job)
  timer ??= setInterval(look, milliseconds)
  return () => {
    jobs.delete(job)
    if (jobs.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const jobs = new Set<GuardedJob>()
let timer: NodeJS.Timeout | undefined
let resting = 0

const milliseconds = 50

/** Looks in which what was ended gives its memory back. */
const rest = 6

/** Of one gigabyte an eighth, of much more a twentieth. */
const leastAvailable = Math.max(128 * 1024 * 1024, totalMemory() / 20)

function look(): void {
  if (resting > 0) resting -= 1
  else if (availableMemory() < leastAvailable) endLargest()
}

function endLargest(): void {
  const sizes = [...jobs].map((job) => ({ job, bytes: memoryOfTree(job.pid) }))
  sizes.toSorted((a, b) => b.bytes - a.bytes)[0]?.job.onTooMuch()
  resting = rest
}
