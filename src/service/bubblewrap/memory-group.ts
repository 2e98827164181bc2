import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { totalMemory } from './available-memory.ts'
import { attempt, makeControlGroups, type ControlGroups } from './control-groups.ts'
import { SandboxBusy } from './sandbox-error.ts'

/** Processes that may have so much memory together; the kernel kills one of them when they want more. */
export interface MemoryGroup {
  /** The path of a file; a process that writes 0 to it moves into the group, with all that it begins from then on. */
  readonly entry: string
  /** Whether the kernel had to kill one. */
  ranOut(): boolean
  /** Gives the group back when all its processes are gone. */
  release(): void
}

/** Groups that share a limit besides each having its own. */
export interface MemoryGroups {
  /** An empty group with so many bytes; undefined where the machine has none for us. Throws `SandboxBusy` if it has no more. */
  take(bytes: number): MemoryGroup | undefined
}

/** Makes groups when they are asked for; all together have so many bytes, or three quarters of the machine's. */
export function createMemoryGroups(bytesForAll = ofMachine()): MemoryGroups {
  let groups: ControlGroups | 'none' | undefined
  // To make a group and to remove it for each job would take longer, and the kernel is slow to forget those removed.
  const free = new Map<number, Folder[]>()
  return {
    take(bytes) {
      groups ??= makeControlGroups(bytesForAll) ?? 'none'
      if (groups === 'none') return undefined
      const pool = free.get(bytes) ?? []
      free.set(bytes, pool)
      const group = takeThere(pool) ?? makeGroup(groups, bytes)
      return toGroup(group, () => pool.push(group))
    },
  }
}

/** Those of the whole service. */
export const memoryGroups = createMemoryGroups()

/** Whether the kernel can see to limits of memory; if not, we look after them some times a second. */
export function hasMemoryGroups(): boolean {
  try {
    const group = memoryGroups.take(1024 * 1024)
    group?.release()
    return group !== undefined
  } catch {
    return false
  }
}

/** Leaves something for the service and the rest of the machine. */
function ofMachine(): number {
  return Math.floor(0.75 * totalMemory())
}

let count = 0

/** A group, the path of one of its files, and the descriptor of another. */
interface Folder {
  path: string
  entry: string
  events: number
}

function makeGroup({ folder, limit, entry, events }: ControlGroups, bytes: number): Folder {
  count += 1
  const path = join(folder, `${count}`)
  try {
    mkdirSync(path)
    writeFileSync(join(path, limit), `${bytes}`)
    for (const [file, value] of besides(bytes)) attempt(() => writeFileSync(join(path, file), value))
    accessSync(join(path, entry), constants.W_OK)
    return { path, entry: join(path, entry), events: openSync(join(path, events), 'r') }
  } catch (cause) {
    attempt(() => rmdirSync(path))
    throw new SandboxBusy('there is no memory group for another sandbox', { cause })
  }
}

/** One that nobody has removed meanwhile. */
function takeThere(pool: Folder[]): Folder | undefined {
  for (let group = pool.pop(); group; group = pool.pop()) {
    if (existsSync(group.path)) return group
    closeSync(group.events)
  }
  return undefined
}

/** No swap, and the kernel may kill all of a group at once. Either version has its own names for this. */
function besides(bytes: number): [file: string, value: string][] {
  return [
    ['memory.swap.max', '0'],
    ['memory.oom.group', '1'],
    ['memory.memsw.limit_in_bytes', `${bytes}`],
  ]
}

function toGroup({ path, entry, events }: Folder, giveBack: () => void): MemoryGroup {
  const before = countKilled(events)
  return {
    entry,
    ranOut: () => countKilled(events) > before,
    release() {
      if (existsSync(path)) giveBack()
      else closeSync(events)
    },
  }
}

const buffer = Buffer.alloc(1024)

/** Processes that the kernel has killed in a group so far. */
function countKilled(events: number): number {
  try {
    const text = buffer.toString('latin1', 0, readSync(events, buffer, 0, buffer.length, 0))
    return Number(/^oom_kill (\d+)/m.exec(text)?.[1] ?? 0)
  } catch {
    return 0 // Somebody has removed the group.
  }
}
