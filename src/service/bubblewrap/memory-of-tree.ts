import { readdirSync, readFileSync } from 'node:fs'

/** Bytes that a process and all that came from it have in memory. What is shared counts for each of them. */
export function memoryOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, member) => sum + memoryOf(member), 0)
}

function treeOf(pid: number): number[] {
  return [
    pid,
    ...threadsOf(pid)
      .flatMap((thread) => childrenOf(pid, thread))
      .flatMap(treeOf),
  ]
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function childrenOf(pid: number, thread: string): number[] {
  return read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number)
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
