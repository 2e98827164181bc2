import { Worker } from 'node:worker_threads'
import type { Ending, Output } from '#playground/backends/runners/runner.ts'
import { type RunOnce, runTests, type TestResult } from '#playground/backends/runners/run-tests.ts'

/** Runs each test of a WebAssembly test program (base64), in a thread of its own and for at most ten seconds. */
export async function runTestProgram(artifact: string): Promise<TestResult[]> {
  const module = await WebAssembly.compile(Buffer.from(artifact, 'base64'))
  return runTests((args) => runInThread(module, args))
}

function runInThread(module: WebAssembly.Module, args: string[]): ReturnType<RunOnce> {
  const outputs: Output[] = []
  const worker = new Worker(new URL('./test-thread.ts', import.meta.url), { workerData: { module, args } })
  return new Promise((resolve, reject) => {
    const end = (ending: Ending) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve({ ending, outputs })
    }
    const timer = setTimeout(() => end({ kind: 'stopped', reason: 'time' }), 10_000)
    worker.on('message', (message: Output | number) => {
      if (typeof message === 'number') end({ kind: 'exited', code: message })
      else outputs.push(message)
    })
    worker.on('error', reject)
  })
}
