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

/** Where the machine has its groups, and which of them this process is in. */
export interface GroupsOfMachine {
  mount: string
  /** As in `/proc/self/cgroup`. */
  memberships: string
  uid: number | undefined
}

/**
 * Makes the folder in which this process puts its groups; undefined where the machine has none for us. As root and in a
 * delegated unit of systemd there mostly is one, in a container hardly ever. All that is in it may have so many bytes.
 */
export function makeControlGroups(
  bytes: number,
  machine: GroupsOfMachine = {
    mount: '/sys/fs/cgroup',
    memberships: read('/proc/self/cgroup'),
    uid: process.getuid?.(),
  },
): ControlGroups | undefined {
  return makeUnified(bytes, machine) ?? makeLegacy(bytes, machine)
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
function makeUnified(bytes: number, machine: GroupsOfMachine): ControlGroups | undefined {
  const own = ownPath(machine, '')
  const parent = own === undefined ? undefined : toParent(own, machine)
  const folder = parent && makeFolder(parent, unified.limit, bytes)
  if (!folder) return undefined
  attempt(() => writeFileSync(join(folder, 'memory.swap.max'), '0'))
  attempt(() => writeFileSync(join(folder, 'cgroup.subtree_control'), '+memory'))
  return { folder, ...unified }
}

/**
 * A group that was handed to us is ours to divide; else ours stand beside it. The memory may be in version 1 while other
 * things are in version 2.
 */
function toParent(path: string, { mount, uid }: GroupsOfMachine): string | undefined {
  const own = join(mount, path)
  if (!/\bmemory\b/.test(read(join(own, 'cgroup.controllers')))) return undefined
  // Root owns them all; but a container that sees its own as the first one has it to itself.
  const isDelegated = path === '/' || (uid !== 0 && statSync(own).uid === uid)
  if (isDelegated && divide(own)) return own
  return path === '/' ? undefined : dirname(own)
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
function makeLegacy(bytes: number, machine: GroupsOfMachine): ControlGroups | undefined {
  const own = ownPath(machine, 'memory')
  const folder = own && makeFolder(join(machine.mount, 'memory', own), legacy.limit, bytes)
  if (!folder) return undefined
  attempt(() => writeFileSync(join(folder, 'memory.use_hierarchy'), '1'))
  return { folder, ...legacy }
}

/** Where in a hierarchy this process is. */
function ownPath({ memberships }: GroupsOfMachine, controller: string): string | undefined {
  const lines = memberships.split('\n').map((line) => line.split(':'))
  return lines.find(([, controllers]) => controllers === controller)?.[2]
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
