/** Something that runs a built program where it can do no harm. */
export interface Runner {
  /** Ends the program when the signal fires; never rejects. */
  run(program: Program, onOutput: (output: Output) => void, signal: AbortSignal): Promise<Ending>
}

/** A WebAssembly module for WASI preview 1 and its arguments, its own name first. */
export interface Program {
  module: WebAssembly.Module
  args: string[]
}

/** A piece of what a program wrote. */
export interface Output {
  stream: 'stdout' | 'stderr'
  text: string
}

/** How a program came to its end. */
export type Ending =
  { kind: 'exited'; code: number } | { kind: 'stopped'; reason: 'reader' | 'time' | 'output' }
