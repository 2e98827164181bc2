import { toOther } from './driver-names.ts'
import { readGoneSections, toGoneFrame, type GoneSection } from './gone-sections.ts'
import type { KernelLine } from './kernel-lines.ts'
import type { Frame, LockUse, Role, Trace } from './logged-report.ts'
import { orderLocks } from './order-locks.ts'
import { rolesOf, toRole, traceRoles } from './trace-roles.ts'

/** Finds in a report the places in the driver that had a part in it; the one where it happened comes first. */
export function readTraces(lines: KernelLine[]): Trace[] {
  const gone = readGoneSections(lines)
  const found: Trace[] = []
  let current: Trace | undefined
  for (const { words } of lines) {
    const lock = readLock(words)
    current = open(words, lock, current)
    if (current && found.at(-1) !== current) found.push(current)
    if (current && lock) current.lock = lock
    current?.frames.push(...readFrame(words, gone))
  }
  return joinTraces(found.slice(0, mostTraces))
}

const mostTraces = 64
const mostFrames = 16

/** The trace that a line belongs to; a lock that nobody wants is held. */
function open(words: string, lock: LockUse | undefined, current: Trace | undefined): Trace | undefined {
  const role = toRole(words)
  const context = contextWords.exec(words)?.[1]
  if (role) return { role, frames: [], ...(context ? { context } : {}) }
  if (lock && (current?.role !== 'wants' || current.lock)) return { role: 'holds', frames: [] }
  return words.trim() === '' ? undefined : current
}

const contextWords = /^(?:inconsistent \{[A-Z-]{1,40}\} -> )?\{([A-Z-]{1,40})\} (?:usage|state)/

/** A lock as lockdep writes it: `-> #1 (rx){+.+.}-{4:4}:`, or `0000…60 (rx){+.+.}-{4:4}, at: f+0x1/0x2 [driver]`. */
function readLock(words: string): LockUse | undefined {
  const [, address, name] = lockWords.exec(words) ?? []
  return name === undefined ? undefined : { name: name.replace(/#\d+$/, ''), ...(address ? { address } : {}) }
}

const lockWords = /^(?: {0,8}(?:#\d{1,3}: )?([0-9a-f]{8,16})|-> #\d{1,3}) \((.{1,200})\)\{/

/** An address behind a question mark is not read: it only happened to lie on the stack. */
function readFrame(words: string, gone: GoneSection[]): Frame[] {
  const [, head, symbol, hex, module] = frameWords.exec(words) ?? []
  const offset = parseInt(hex ?? '', 16)
  if (symbol) {
    const isReturn = !head || (head === leftBehind && offset > 0)
    return [{ symbol, offset, isReturn, ...toOther(module) }]
  }
  const [, ip, address] = (gone.length > 0 && addressWords.exec(words)) || []
  const frame = address && toGoneFrame(parseInt(address, 16), !ip, gone)
  return frame ? [frame] : []
}

/** What a driver's function has left to be done is told by the function, or where that came back from a call. */
const leftBehind = 'Left behind: '

/** Of code that is gone, the kernel knows no name. */
const addressWords = /^(?: {0,16}(?:\[<[0-9a-f]{1,16}>\] )?|(RIP: )[0-9a-f]{1,4}:)0x([0-9a-f]{1,16})$/

const frameWords =
  /(?:^ {0,16}(?:\[<[0-9a-f]{1,16}>\] )?|^(RIP: |Left behind: |(?:dev|kobj)_attr_show: )(?:[0-9a-f]{1,4}:)?|, at: | allocated at )([A-Za-z_.$][\w.$]{0,511})\+0x([0-9a-f]{1,8})\/0x[0-9a-f]{1,8} \[(driver|driver_c|driver_rust)\](?:$|\/)/

function joinTraces(found: Trace[]): Trace[] {
  const here = found.filter(({ role }) => traceRoles[role].group === 'place').flatMap(({ frames }) => frames)
  const first = (role: Role): Trace[] => found.filter((trace) => trace.role === role).slice(0, 1)
  const others = rolesOf('others').flatMap(first)
  return [...orderLocks(found, here), ...others.filter(({ frames }) => frames.length > 0)].map((trace) => ({
    ...trace,
    frames: trace.frames.slice(0, mostFrames),
  }))
}
