import { readFileSync } from 'node:fs'
import { processTree } from './process-tree.ts'

/** Bytes that a process and all that came from it have in memory. What is shared counts for each of them. */
export function memoryOfTree(pid: number): number {
  return processTree(pid).reduce((sum, member) => sum + memoryOf(member), 0)
}

/** All but files. */
function memoryOf(pid: number): number {
  const lines = read(`/proc/${pid}/status`).matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
}

/** Nothing of a process that has ended in between. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
