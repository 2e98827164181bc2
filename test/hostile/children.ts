import { readFileSync } from 'node:fs'
import { processTree } from '#service/bubblewrap/process-tree.ts'

/** The names of the processes that have come from one, however far down, and that are still there. */
export function readDescendants(ancestor = process.pid): string[] {
  return processTree(ancestor)
    .slice(1)
    .map((pid) => readName(`${pid}`))
}

/** How many of them have that name. */
export function countDescendants(name: string, ancestor?: number): number {
  return readDescendants(ancestor).filter((other) => other === name).length
}

function readName(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return '' // It has ended in between.
  }
}
