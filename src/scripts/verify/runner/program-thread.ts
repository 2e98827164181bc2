import { parentPort, workerData } from 'node:worker_threads'
import { runProgram } from '#playground/backends/runners/wasi-program.ts'

const { module, args } = workerData as { module: WebAssembly.Module; args: string[] }
parentPort?.postMessage(runProgram(module, { args, onOutput: (output) => parentPort?.postMessage(output) }))
