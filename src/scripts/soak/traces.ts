import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The command line of a process, with blanks between its words; nothing if it has ended. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

/** All processes of the machine whose arguments name the folder, such as sandboxes over it. */
export function processesWith(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && commandOf(pid).includes(folder))
}

/** Folders that services with these numbers have made and that are still there: control groups, and files in memory. */
export function foldersOf(services: ReadonlySet<number>): string[] {
  const isOurs = (name: string): boolean => services.has(Number(/^no-oops-(\d+)-/.exec(name)?.[1]))
  return ['/sys/fs/cgroup', '/dev/shm'].flatMap((top) => findFolders(top, isOurs))
}

function findFolders(folder: string, isWanted: (name: string) => boolean): string[] {
  if (!existsSync(folder)) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => {
    const path = join(folder, name)
    return isWanted(name) ? [path] : findFolders(path, isWanted)
  })
}

/** How much a process holds. */
export interface Holdings {
  descriptors: number
  megabytes: number
  children: number
}

/** Reads that of a process, but for its memory; nothing if it has ended. */
export function readHoldings(pid: number): Omit<Holdings, 'megabytes'> {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return { descriptors: list(`/proc/${pid}/fd`).length, children: children.length }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
