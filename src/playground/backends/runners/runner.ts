import type { Fault } from '#protocol/fault.ts'

/** Something that runs a built program where it can do no harm. */
export interface Runner {
  /** Ends the program when the signal fires; never rejects. */
  run(program: Program, listener: RunListener, signal: AbortSignal): Promise<Ending>
}

/** A WebAssembly module for WASI preview 1, with its arguments, its own name first. */
export interface Program {
  module: WebAssembly.Module
  args: string[]
  /** All of its standard input; undefined where the listener is asked for each line. */
  input?: string | undefined
}

/** Who follows a run. */
export interface RunListener {
  onOutput(output: Output): void
  /** The program waits for a line: `answer` gives it one, without its end, or undefined for the end of input. */
  onPrompt?(answer: Answer): void
}

/** Gives a waiting program a line; undefined is the end of its input. */
export type Answer = (line: string | undefined) => void

/** A piece of what a program wrote, or of what was typed for it. */
export interface Output {
  stream: 'stdout' | 'stderr' | 'stdin'
  text: string
}

/** How a program came to its end; one that is `stopped` by the page was in a loop that asks for nothing, so nobody knows where. */
export type Ending =
  | { kind: 'exited'; code: number }
  | { kind: 'faulted'; fault: Fault }
  | { kind: 'stopped'; reason: 'reader' | 'time' }
