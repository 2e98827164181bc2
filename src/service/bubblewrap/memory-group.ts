import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Processes that may have so much memory together; the kernel kills one of them when they want more. */
export interface MemoryGroup {
  add(pid: number): void
  ranOut(): boolean
  /** Once all of them are gone, which may be a moment after the last of them has ended. */
  remove(): void
}

/**
 * Makes a control group; nothing where the machine has none for us. As root and in a service of the user there mostly
 * is one, in a container hardly ever.
 */
export function createMemoryGroup(bytes: number): MemoryGroup | undefined {
  return createUnified(bytes) ?? createLegacy(bytes)
}

/** Whether the kernel can see to limits of memory; if not, we look after them some times a second. */
export function hasMemoryGroups(): boolean {
  const group = createMemoryGroup(1024 * 1024)
  group?.remove()
  return group !== undefined
}

/** Version 2: a group with processes has no groups below it, so it is made beside our own. */
function createUnified(bytes: number): MemoryGroup | undefined {
  const own = ownPath('')
  const parent = own === undefined || own === '/' ? undefined : join('/sys/fs/cgroup', dirname(own))
  if (!parent || !/\bmemory\b/.test(read(join(parent, 'cgroup.subtree_control')))) return undefined
  const folder = make(parent, 'memory.max', bytes)
  if (!folder) return undefined
  attempt(() => writeFileSync(join(folder, 'memory.swap.max'), '0'))
  return toGroup(folder, 'memory.events')
}

/** Version 1. */
function createLegacy(bytes: number): MemoryGroup | undefined {
  const own = ownPath('memory')
  const folder = own && make(join('/sys/fs/cgroup/memory', own), 'memory.limit_in_bytes', bytes)
  return folder ? toGroup(folder, 'memory.oom_control') : undefined
}

/** Where in a hierarchy this process is. */
function ownPath(controller: string): string | undefined {
  const lines = read('/proc/self/cgroup').split('\n')
  return lines.map((line) => line.split(':')).find(([, controllers]) => controllers === controller)?.[2]
}

let count = 0

function make(parent: string, limit: string, bytes: number): string | undefined {
  if (count === 0) attempt(() => removeLeft(parent))
  count += 1
  const folder = join(parent, `no-oops-${process.pid}-${count}`)
  if (!attempt(() => mkdirSync(folder))) return undefined
  if (attempt(() => writeFileSync(join(folder, limit), `${bytes}`))) return folder
  attempt(() => rmdirSync(folder))
  return undefined
}

/** Those of a service that was killed. */
function removeLeft(parent: string): void {
  const left = readdirSync(parent).filter((name) => {
    const pid = /^no-oops-(\d+)-\d+$/.exec(name)?.[1]
    return pid !== undefined && !existsSync(`/proc/${pid}`)
  })
  for (const name of left) attempt(() => rmdirSync(join(parent, name)))
}

function toGroup(folder: string, events: string): MemoryGroup {
  const remove = (tries: number): void => {
    if (!attempt(() => rmdirSync(folder)) && tries > 1) setTimeout(remove, 25, tries - 1)
  }
  return {
    add: (pid) => void attempt(() => writeFileSync(join(folder, 'cgroup.procs'), `${pid}`)),
    ranOut: () => /^oom_kill [1-9]/m.test(read(join(folder, events))),
    remove: () => remove(40),
  }
}

/** What a group cannot do, those who look at the memory do a little later. */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
