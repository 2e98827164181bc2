import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A folder of control groups that is ours, and what the files in each group are called. */
export interface ControlGroups {
  folder: string
  limit: string
  /** A process that writes 0 to it moves into the group. */
  entry: string
  /** Says, among others, how many processes the kernel has killed. */
  events: string
}

/**
 * Makes the folder in which this process puts its groups; undefined where the machine has none for us. As root and in a
 * delegated unit of systemd there mostly is one, in a container hardly ever. All that is in it may have so many bytes.
 */
export function makeControlGroups(bytes: number): ControlGroups | undefined {
  return makeUnified(bytes) ?? makeLegacy(bytes)
}

/** Whether a step succeeded; what a group cannot do, those who look at the memory do a little later. */
export function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/** What a file of a group says; nothing if the group is gone. */
export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const unified = { limit: 'memory.max', entry: 'cgroup.procs', events: 'memory.events' }
// With `cgroup.procs` the kernel would make all processes of the machine wait a little.
const legacy = { limit: 'memory.limit_in_bytes', entry: 'tasks', events: 'memory.oom_control' }

/** Version 2. */
function makeUnified(bytes: number): ControlGroups | undefined {
  const own = ownPath('')
  const parent = own && canHoldMemory(own) ? toParent(join('/sys/fs/cgroup', own), own) : undefined
  const folder = parent && makeFolder(parent, unified.limit, bytes)
  if (!folder) return undefined
  attempt(() => writeFileSync(join(folder, 'memory.swap.max'), '0'))
  attempt(() => writeFileSync(join(folder, 'cgroup.subtree_control'), '+memory'))
  return { folder, ...unified }
}

/** The memory may be in version 1 while other things are in version 2. */
function canHoldMemory(path: string): boolean {
  return /\bmemory\b/.test(read(join('/sys/fs/cgroup', path, 'cgroup.controllers')))
}

/** A group that was handed to us is ours to divide; else we come to stand beside our own. */
function toParent(own: string, path: string): string | undefined {
  if (isDelegated(own, path) && divide(own)) return own
  const parent = dirname(own)
  return path !== '/' && /\bmemory\b/.test(read(join(parent, 'cgroup.subtree_control'))) ? parent : undefined
}

/** Root owns them all; but a container that sees its own as the first one has it to itself. */
function isDelegated(own: string, path: string): boolean {
  const uid = process.getuid?.()
  return path === '/' || (uid !== 0 && statSync(own, { throwIfNoEntry: false })?.uid === uid)
}

/** A group with groups below it has no processes itself. */
function divide(own: string): boolean {
  const leaf = join(own, 'no-oops-service')
  attempt(() => mkdirSync(leaf))
  for (const pid of read(join(own, 'cgroup.procs')).split('\n').filter(Boolean))
    attempt(() => writeFileSync(join(leaf, 'cgroup.procs'), pid))
  return attempt(() => writeFileSync(join(own, 'cgroup.subtree_control'), '+memory'))
}

/** Version 1. */
function makeLegacy(bytes: number): ControlGroups | undefined {
  const own = ownPath('memory')
  const folder = own && makeFolder(join('/sys/fs/cgroup/memory', own), legacy.limit, bytes)
  if (!folder) return undefined
  attempt(() => writeFileSync(join(folder, 'memory.use_hierarchy'), '1'))
  return { folder, ...legacy }
}

/** Where in a hierarchy this process is. */
function ownPath(controller: string): string | undefined {
  const lines = read('/proc/self/cgroup').split('\n')
  return lines.map((line) => line.split(':')).find(([, controllers]) => controllers === controller)?.[2]
}

let count = 0

function makeFolder(parent: string, limit: string, bytes: number): string | undefined {
  attempt(() => removeLeft(parent))
  count += 1
  const folder = join(parent, `no-oops-${process.pid}-${count}`)
  if (!attempt(() => mkdirSync(folder))) return undefined
  process.on('exit', () => removeAll(folder))
  return attempt(() => writeFileSync(join(folder, limit), `${bytes}`)) ? folder : undefined
}

/** Those of a service that was killed. */
function removeLeft(parent: string): void {
  const left = readdirSync(parent).filter((name) => {
    const pid = /^no-oops-(\d+)-\d+$/.exec(name)?.[1]
    return pid !== undefined && !existsSync(`/proc/${pid}`)
  })
  for (const name of left) removeAll(join(parent, name))
}

function removeAll(folder: string): void {
  attempt(() => readdirSync(folder).forEach((name) => attempt(() => rmdirSync(join(folder, name)))))
  attempt(() => rmdirSync(folder))
}
