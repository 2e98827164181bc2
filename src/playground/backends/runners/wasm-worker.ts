import { createBatches, OutputLimit } from './output-batches.ts'
import { createJournal } from './journal.ts'
import type { Ending, Output, Program } from './runner.ts'
import { sleep } from './sleep.ts'
import { InputNeeded, StandardInput } from './standard-input.ts'
import { runProgram } from './wasi-program.ts'

/** What the worker tells the page; `asleep` comes before the program sleeps, `reading` when it waits for a line. */
export type WorkerMessage =
  | { kind: 'output'; outputs: Output[] }
  | { kind: 'asleep'; milliseconds: number }
  | { kind: 'reading' }
  | { kind: 'ended'; ending: Ending }

/** What the page tells the worker: first a program, then, each time that it reads, a line, or undefined for the end of input. */
export type PageMessage = { kind: 'start'; program: Program } | { kind: 'line'; line: string | undefined }

let goOn: (line: string | undefined) => void

self.onmessage = ({ data }: MessageEvent<PageMessage>) => {
  if (data.kind === 'start') start(data.program)
  else goOn(data.line)
}

function start({ module, args, input }: Program) {
  const journal = createJournal()
  const output = createBatches((outputs) => send({ kind: 'output', outputs }))
  let typed = { text: input ?? '', isWhole: input !== undefined }

  function run() {
    output.rewind()
    journal.rewind()
    const ending = runToItsEnd()
    output.flush()
    send(ending ? { kind: 'ended', ending } : { kind: 'reading' })
  }

  /** Undefined where it has to begin again, with another line. */
  function runToItsEnd(): Ending | undefined {
    try {
      const input = new StandardInput(typed.text, typed.isWhole)
      return runProgram(module, { args, input, journal, onOutput: output.add, sleep: tellAndSleep })
    } catch (error) {
      if (error instanceof InputNeeded) return undefined
      if (error instanceof OutputLimit) return { kind: 'stopped', reason: 'output' }
      throw error
    }
  }

  function tellAndSleep(milliseconds: number) {
    output.flush()
    send({ kind: 'asleep', milliseconds })
    sleep(milliseconds)
  }

  goOn = (line) => {
    typed = { text: line === undefined ? typed.text : `${typed.text}${line}\n`, isWhole: line === undefined }
    run()
  }
  run()
}

function send(message: WorkerMessage) {
  self.postMessage(message)
}
