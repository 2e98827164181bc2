import type { ReportKind } from '#protocol/kernel-report.ts'

/** A report of the kernel as it stands in the log, before anything is known of the driver's lines. */
export interface LoggedReport {
  kind: ReportKind
  /** The headline without its time stamp. */
  title: string
  /** All of it, as printed. */
  text: string
  /** What the kernel says of it besides the headline, such as «index 4 is out of range for type 'int[4]'». */
  remark?: string
  access?: Access
  object?: MemoryObject
  traces: Trace[]
}

/** What the driver did to memory; without `bytes` it freed it. */
export interface Access {
  does: 'reads' | 'writes' | 'frees'
  bytes?: number
  /** In hexadecimal. */
  address: string
}

/** The piece of the heap that was hit; the offset, in bytes, is that of the access and can be outside. */
export interface MemoryObject {
  bytes: number
  offset: number
}

/** A place in the program, and the part that it had in the trouble. */
export interface Trace {
  role: Role
  /** From the innermost out; only those in the driver. */
  frames: Frame[]
  /** The place, if the kernel names it. */
  place?: LoggedPlace
  lock?: LockUse
  /** In which a lock was taken, in lockdep's words, such as `IN-SOFTIRQ-W`. */
  context?: string
}

/**
 * `at` is where it happened, or `wants` if it is about a lock that was not to be taken; `holds` took one that is still
 * held; at an earlier time, `before` took two in another order, `used` took this one in another context; `gone` is a
 * variable of a module that is unloaded.
 */
export type Role =
  'at' | 'wants' | 'holds' | 'before' | 'used' | 'disabled' | 'allocated' | 'freed' | 'queued' | 'gone'

/**
 * Where in the machine code: a symbol as the kernel names it, and bytes from its beginning. Of a module that is
 * unloaded it is a section.
 */
export interface Frame {
  symbol: string
  offset: number
  /** True for an address that a call comes back to, which is behind the call. */
  isReturn: boolean
  /** Which of several modules it is in; absent for `driver`. */
  module?: string
}

export interface LoggedPlace {
  file: string
  line: number
}

export interface LockUse {
  name: string
  /** In hexadecimal; a class of locks has none. */
  address?: string
  /** The lock that is held meanwhile. */
  holding?: string
}
