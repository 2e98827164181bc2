import type { Fault, FaultKind } from '#protocol/fault.ts'
import { LimitReached } from './limits.ts'

/** What is known of a program that a trap or a limit has ended. */
export interface Trapped {
  error: Error
  /** The end of what it wrote to standard error. */
  stderr: string
  exports: WebAssembly.Exports
  hasReadEnd: boolean
}

/** Finds out what a trap was about: the engine's own words for it, such as «unreachable», help nobody. */
export function toFault({ error, stderr, exports, hasReadEnd }: Trapped): Fault {
  const kind = toKind(error, stderr, exports)
  const panic = kind === 'panic' ? parsePanic(stderr) : undefined
  return {
    kind,
    message: panic?.message ?? lastWordsOf(stderr) ?? error.message,
    ...(panic && { place: panic.place }),
    offsets: parseOffsets(error.stack ?? ''),
    hasReadEnd,
  }
}

/** True for what is thrown where a program can't go on; an engine's own stack that runs out is another error in each. */
export function isTrap(error: unknown): error is Error {
  if (error instanceof LimitReached) return true
  return error instanceof WebAssembly.RuntimeError || (error instanceof Error && isEngineStack(error))
}

function isEngineStack({ message }: Error): boolean {
  return /call stack|too much recursion/i.test(message)
}

function toKind(error: Error, stderr: string, exports: WebAssembly.Exports): FaultKind {
  if (error instanceof LimitReached) return error.limit
  if (isEngineStack(error) || isStackUsedUp(exports)) return 'stack'
  if (/unreachable/i.test(error.message)) {
    if (allocationFailed.test(stderr)) return 'memory'
    return parsePanic(stderr) ? 'panic' : 'abort'
  }
  return 'access'
}

/** Near 0: the linker puts the stack, which grows down, before all else. A function that calls none may leave 128 bytes uncounted. */
function isStackUsedUp({ __stack_pointer }: WebAssembly.Exports): boolean {
  return __stack_pointer instanceof WebAssembly.Global && (__stack_pointer.value as number) < 128
}

const allocationFailed = /memory allocation of \d+ bytes failed/

/** What std says before it aborts a program. */
function lastWordsOf(stderr: string): string | undefined {
  return allocationFailed.exec(stderr)?.[0] ?? /^fatal runtime error: (.+)$/m.exec(stderr)?.[1]
}

function parsePanic(stderr: string): Required<Pick<Fault, 'place' | 'message'>> | undefined {
  const panic = /^.*thread '[^\n]*' panicked at ([^\n]+?):(\d+):(\d+):\n(.*)/s.exec(stderr)
  if (!panic) return undefined
  const [, file, line, column, message] = panic
  return {
    place: { file: file!, line: Number(line), column: Number(column) },
    message: message!.replace(nonUnwinding, '').trim(),
  }
}

/** No panic unwinds here. */
const nonUnwinding = /^thread caused non-unwinding panic\. aborting\.$/m

/** Chromium and Firefox write `wasm-function[12]:0x4567`; Safari tells no offset. */
function parseOffsets(stack: string): number[] {
  return [...stack.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].map(([, hex]) => parseInt(hex!, 16))
}
