import type { WorkerMessage } from './program-server.ts'
import type { Runner } from './runner.ts'
import { createWorkerRunner, type ProgramWorker } from './worker-runner.ts'

/** Creates the runner of a page: each program has a Worker of its own. */
export function createWasmRunner(): Runner {
  return createWorkerRunner(startWorker)
}

function startWorker(): ProgramWorker {
  const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' })
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => (worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => listener(data)),
    onError: (listener) => (worker.onerror = ({ message }) => listener(message)),
    end: () => worker.terminate(),
  }
}
