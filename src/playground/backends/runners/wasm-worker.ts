import type { Ending, Output, Program } from './runner.ts'
import { runProgram } from './wasi-program.ts'

/** What the worker tells the page. */
export type WorkerMessage = { kind: 'output'; outputs: Output[] } | { kind: 'ended'; ending: Ending }

const outputLimit = 256 * 1024
/** So many writes are passed on at once, so that a program that then hangs has shown all; after that in batches. */
const promptWrites = 200
const batchMilliseconds = 50

class OutputLimit extends Error {}

self.onmessage = ({ data }: MessageEvent<Program>) => {
  const output = createBatches()
  const ending = runToItsEnd(data, output.add)
  output.flush()
  send({ kind: 'ended', ending })
}

function runToItsEnd({ module, args }: Program, onOutput: (output: Output) => void): Ending {
  try {
    return { kind: 'exited', code: runProgram(module, args, onOutput) }
  } catch (error) {
    if (error instanceof OutputLimit) return { kind: 'stopped', reason: 'output' }
    throw error
  }
}

function createBatches() {
  let batch: Output[] = []
  let [size, writes, sent] = [0, 0, 0]
  const flush = () => {
    if (batch.length > 0) send({ kind: 'output', outputs: batch })
    batch = []
    sent = performance.now()
  }
  const add = (output: Output) => {
    batch.push(output)
    size += output.text.length
    writes += 1
    if (writes <= promptWrites || performance.now() - sent > batchMilliseconds) flush()
    if (size > outputLimit) throw new OutputLimit()
  }
  return { add, flush }
}

function send(message: WorkerMessage) {
  self.postMessage(message)
}
