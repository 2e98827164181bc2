import { ConsoleStdout, PreopenDirectory } from '@bjorn3/browser_wasi_shim'
import { createJournal, type Journal } from './journal.ts'
import type { Ending, Output } from './runner.ts'
import { sleep } from './sleep.ts'
import { StandardInput } from './standard-input.ts'
import { isTrap, toFault } from './to-fault.ts'
import { createSystemCalls } from './system-calls.ts'

/** How a program is run. */
export interface RunOptions {
  args: string[]
  /** A `LimitReached` that this or another of these throws ends the program there; what else it throws is thrown on. */
  onOutput: (output: Output) => void
  /** None, if this is not given. */
  input?: StandardInput
  journal?: Journal
  sleep?: (milliseconds: number) => void
  /** Is called when it asks for the time or for random numbers. */
  onAsk?: () => void
}

/**
 * Runs a module to its end on this thread, in a browser or in Node. It has an empty folder for its files. Throws
 * `InputNeeded` as its standard input does.
 */
export function runProgram(
  module: WebAssembly.Module,
  options: RunOptions,
): Extract<Ending, { kind: 'exited' | 'faulted' }> {
  const { input = new StandardInput('', true), journal = createJournal() } = options
  const stderr = keepEnd(options.onOutput)
  const fds = [
    input,
    toStream('stdout', options.onOutput),
    toStream('stderr', stderr.onOutput),
    new PreopenDirectory('/', new Map()),
  ]
  const wasi = createSystemCalls({
    args: options.args,
    fds,
    journal,
    sleep: options.sleep ?? sleep,
    onAsk: options.onAsk ?? (() => {}),
  })
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport })
  try {
    return {
      kind: 'exited',
      code: withLongTraces(() => wasi.start(instance as Parameters<typeof wasi.start>[0])),
    }
  } catch (error) {
    if (!isTrap(error)) throw error
    const { exports } = instance
    return {
      kind: 'faulted',
      fault: toFault({ error, exports, stderr: stderr.end(), hasReadEnd: input.hasReadEnd }),
    }
  }
}

/** V8 keeps ten frames of a trap unless it is told; those of std alone are as many. Other engines keep all. */
function withLongTraces<Result>(callback: () => Result): Result {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 80
  try {
    return callback()
  } finally {
    Error.stackTraceLimit = before
  }
}

/** Longer than what a program says as it dies, but for one that prints whole files. */
const mostKept = 8192

/** Passes on what is written to standard error, but for the advice to set a variable that nobody can set here, and keeps the end of it. */
function keepEnd(onOutput: (output: Output) => void) {
  let end = ''
  return {
    end: () => end,
    onOutput({ stream, text }: Output) {
      const own = text.replace(backtraceAdvice, '')
      if (!own) return
      end = (end + own).slice(-mostKept)
      onOutput({ stream, text: own })
    },
  }
}

const backtraceAdvice = /^note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n/m

/** Decodes as it goes, so that a character cut between two writes stays whole. */
function toStream(stream: Output['stream'], onWrite: (output: Output) => void): ConsoleStdout {
  const decoder = new TextDecoder()
  return new ConsoleStdout((bytes) => {
    const text = decoder.decode(bytes, { stream: true })
    if (text) onWrite({ stream, text })
  })
}
