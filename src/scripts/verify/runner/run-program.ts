import { Worker } from 'node:worker_threads'
import type { Ending, Output } from '#playground/backends/runners/runner.ts'
import { runTests, type TestResult } from '#playground/backends/runners/run-tests.ts'

/** What a program wrote, and how it ended. */
export interface Run {
  ending: Ending
  outputs: Output[]
}

/** Runs every test of a WebAssembly test program (base64), each in a thread of its own and for at most ten seconds. */
export async function runTestProgram(artifact: string): Promise<TestResult[]> {
  const module = await toModule(artifact)
  return runTests((args) => runInThread(module, args))
}

/** Runs a WebAssembly program (base64) in a thread of its own, for at most ten seconds. */
export async function runProgramToEnd(artifact: string): Promise<Run> {
  return runInThread(await toModule(artifact), ['main'])
}

function toModule(artifact: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(Buffer.from(artifact, 'base64'))
}

function runInThread(module: WebAssembly.Module, args: string[]): Promise<Run> {
  const outputs: Output[] = []
  const worker = new Worker(new URL('./program-thread.ts', import.meta.url), { workerData: { module, args } })
  return new Promise((resolve, reject) => {
    const end = (ending: Ending) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve({ ending, outputs })
    }
    const timer = setTimeout(() => end({ kind: 'stopped', reason: 'time' }), 10_000)
    worker.on('message', (message: Output | Ending) => {
      if ('kind' in message) end(message)
      else outputs.push(message)
    })
    worker.on('error', reject)
  })
}
