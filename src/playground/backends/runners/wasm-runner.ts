import type { Ending, Output, Program, Runner } from './runner.ts'
import type { WorkerMessage } from './wasm-worker.ts'

/** Creates a runner that runs each program in a Worker of its own, for at most `seconds`. The module itself says how much memory it may have. */
export function createWasmRunner({ seconds = 10 } = {}): Runner {
  return {
    run: (program, onOutput, signal) =>
      new Promise((resolve) => {
        const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' })
        const end = (ending: Ending) => {
          worker.terminate()
          clearTimeout(timer)
          signal.removeEventListener('abort', stop)
          resolve(ending)
        }
        const stop = () => end({ kind: 'stopped', reason: 'reader' })
        const timer = setTimeout(() => end({ kind: 'stopped', reason: 'time' }), seconds * 1000)
        if (signal.aborted) return stop()
        signal.addEventListener('abort', stop)
        start({ worker, program, onOutput, end })
      }),
  }
}

interface Started {
  worker: Worker
  program: Program
  onOutput: (output: Output) => void
  end: (ending: Ending) => void
}

function start({ worker, program, onOutput, end }: Started) {
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'ended') end(data.ending)
    else data.outputs.forEach(onOutput)
  }
  worker.onerror = (event) => {
    onOutput({
      stream: 'stderr',
      text: `The program could not be run: ${event.message || 'its worker did not load'}\n`,
    })
    end({ kind: 'exited', code: 1 })
  }
  worker.postMessage(program)
}
