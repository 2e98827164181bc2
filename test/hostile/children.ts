import { readFileSync } from 'node:fs'

/** The names of the processes that this one has started and that are still there. */
export function readChildren(): string[] {
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  return pids.map(readName)
}

function readName(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return '' // It has ended in between.
  }
}
