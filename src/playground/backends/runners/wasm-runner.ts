import { createDeadline } from './deadline.ts'
import type { RunLimits } from './limits.ts'
import type { Ending, Program, RunListener, Runner } from './runner.ts'
import type { PageMessage, WorkerMessage } from './wasm-worker.ts'

/** Creates a runner that runs each program in a Worker of its own. The module itself says how much memory it may have. */
export function createWasmRunner(limits: RunLimits = { seconds: 10, asleepSeconds: 60 }): Runner {
  return {
    run: (program, listener, signal) =>
      new Promise((resolve) => {
        const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' })
        const end = (ending: Ending) => {
          worker.terminate()
          deadline.stop()
          signal.removeEventListener('abort', stop)
          resolve(ending)
        }
        const stop = () => end({ kind: 'stopped', reason: 'reader' })
        const deadline = createDeadline(limits.seconds, () => end({ kind: 'stopped', reason: 'time' }))
        if (signal.aborted) return stop()
        signal.addEventListener('abort', stop)
        start({ worker, program, limits, listener, deadline, end })
      }),
  }
}

interface Started {
  worker: Worker
  program: Program
  limits: RunLimits
  listener: RunListener
  deadline: ReturnType<typeof createDeadline>
  end: (ending: Ending) => void
}

function start({ worker, program, limits, listener, deadline, end }: Started) {
  const send = (message: PageMessage) => worker.postMessage(message)
  const goOn = (line: string | undefined) => (deadline.start(), send({ kind: 'line', line }))
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'ended') return end(data.ending)
    if (data.kind === 'output') return data.outputs.forEach(listener.onOutput)
    if (data.kind === 'asleep') return deadline.sleep(data.milliseconds)
    deadline.stop()
    if (listener.onPrompt) listener.onPrompt(goOn)
    else goOn(undefined)
  }
  worker.onerror = (event) => {
    listener.onOutput({
      stream: 'stderr',
      text: `The program could not be run: ${event.message || 'its worker did not load'}\n`,
    })
    end({ kind: 'exited', code: 1 })
  }
  deadline.start()
  send({ kind: 'start', program, limits })
}
