import { readFileSync } from 'node:fs'
import { processTree } from '#service/bubblewrap/process-tree.ts'

/** The names of the processes that this one has started and that are still there. */
export function readChildren(): string[] {
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  return pids.map(readName)
}

/** How many processes of that name have come from this one, however far down. */
export function countDescendants(name: string): number {
  return processTree(process.pid).filter((pid) => readName(`${pid}`) === name).length
}

function readName(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return '' // It has ended in between.
  }
}
