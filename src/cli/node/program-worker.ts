import { parentPort, Worker } from 'node:worker_threads'
import { createProgramServer } from '#playground/backends/runners/program-server.ts'
import type { PageMessage, WorkerMessage } from '#playground/backends/runners/program-server.ts'
import type { ProgramWorker } from '#playground/backends/runners/worker-runner.ts'

/** Starts a worker that runs a program; `main` is the file that it begins with, and calls `servePrograms`. */
export function startProgramWorker(main: URL): ProgramWorker {
  const worker = new Worker(main, { resourceLimits: { maxOldGenerationSizeMb: 256 } })
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => void worker.on('error', ({ message }) => listener(message)),
    end: () => void worker.terminate(),
  }
}

/** Runs in a worker the program that it is sent. */
export function servePrograms() {
  const serve = createProgramServer((message: WorkerMessage) => parentPort?.postMessage(message))
  parentPort?.on('message', (message: PageMessage) => serve(message))
}
