import { ConsoleStdout, File, OpenFile, WASI } from '@bjorn3/browser_wasi_shim'
import type { Output } from './runner.ts'

/** What a Rust program that panics gives to its parent. */
const panicked = 101
/** What a program that aborts gives to a shell. */
const aborted = 134

/**
 * Runs a module to its end on this thread, in a browser or in Node, and returns its exit code.
 * What `onOutput` throws ends the program and is thrown on.
 */
export function runProgram(
  module: WebAssembly.Module,
  args: string[],
  onOutput: (output: Output) => void,
): number {
  const seen = { panic: false }
  const onWrite = (output: Output) => {
    seen.panic ||= output.stream === 'stderr' && output.text.includes('panicked at')
    onOutput(output)
  }
  const wasi = new WASI(args, [], [noInput(), toStream('stdout', onWrite), toStream('stderr', onWrite)], {
    debug: false,
  })
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport })
  try {
    return wasi.start(instance as Parameters<WASI['start']>[0])
  } catch (error) {
    if (!isTrap(error)) throw error
    if (seen.panic) return panicked
    onOutput({ stream: 'stderr', text: `The program was ended by a trap: ${error.message}\n` })
    return aborted
  }
}

function noInput(): OpenFile {
  return new OpenFile(new File([]))
}

/** Decodes as it goes, so that a character cut between two writes stays whole. */
function toStream(stream: Output['stream'], onWrite: (output: Output) => void): ConsoleStdout {
  const decoder = new TextDecoder()
  return new ConsoleStdout((bytes) => {
    const text = decoder.decode(bytes, { stream: true })
    if (text) onWrite({ stream, text })
  })
}

/** A stack that runs out is a `RangeError` to the engine. */
function isTrap(error: unknown): error is Error {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
}
