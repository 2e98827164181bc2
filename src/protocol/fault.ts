/**
 * What ended a program in the reader's browser before its time. `stack`, `memory`, `time` and room for `output` ran out, or
 * it `slept` too long; `access` is an address that is not the program's, which only unsafe code can have; `abort` is all
 * else, such as `std::process::abort`.
 */
export type FaultKind = Limit | 'panic' | 'stack' | 'memory' | 'access' | 'abort'

/** Why a page stops a program. */
export type Limit = 'time' | 'slept' | 'output'

/** How a program in the reader's browser died. */
export interface Fault {
  kind: FaultKind
  /** Of a panic what it said, without its place; of what else std ended, its last words; else the engine's own words, which say nothing to a reader. */
  message: string
  /** Where std says that it panicked, such as `main.rs` or a file of a library. */
  place?: { file: string; line: number; column: number }
  /** Where it was, innermost first: bytes from the beginning of the WebAssembly module; empty where the engine does not say. */
  offsets: number[]
  /** It had read standard input, and there was nothing more. */
  hasReadEnd: boolean
}
