import { createBatches } from './output-batches.ts'
import { createJournal } from './journal.ts'
import { createTimeLimits, type RunLimits } from './limits.ts'
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
export type PageMessage =
  { kind: 'start'; program: Program; limits: RunLimits } | { kind: 'line'; line: string | undefined }

/** Makes what runs a program in a worker, when it is given the messages that the page sends; `send` tells the page. */
export function createProgramServer(send: (message: WorkerMessage) => void): (message: PageMessage) => void {
  let goOn: (line: string | undefined) => void
  return (message) => {
    if (message.kind === 'start') goOn = start(message, send)
    else goOn(message.line)
  }
}

/** Gives what is to be called with each line that is typed. */
function start(
  { program: { module, args, input }, limits }: Extract<PageMessage, { kind: 'start' }>,
  send: (message: WorkerMessage) => void,
): (line: string | undefined) => void {
  const time = createTimeLimits(limits)
  const journal = createJournal()
  const output = createBatches((outputs) => send({ kind: 'output', outputs }))
  let typed = { text: input ?? '', isWhole: input !== undefined }

  function run() {
    output.rewind()
    journal.rewind()
    time.start()
    const ending = runToItsEnd()
    output.flush()
    send(ending ? { kind: 'ended', ending } : { kind: 'reading' })
  }

  /** Undefined where it has to begin again, with another line. */
  function runToItsEnd(): Ending | undefined {
    try {
      const input = new StandardInput(typed.text, typed.isWhole)
      const onOutput = (written: Output) => (time.check(), output.add(written))
      return runProgram(module, { args, input, journal, onOutput, sleep: tellAndSleep, onAsk: time.check })
    } catch (error) {
      if (error instanceof InputNeeded) return undefined
      throw error
    }
  }

  function tellAndSleep(milliseconds: number) {
    output.flush()
    time.sleep(milliseconds, (allowed) => {
      send({ kind: 'asleep', milliseconds: allowed })
      sleep(allowed)
    })
  }

  run()
  return (line) => {
    typed = { text: line === undefined ? typed.text : `${typed.text}${line}\n`, isWhole: line === undefined }
    run()
  }
}
