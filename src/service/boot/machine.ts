import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import type { JobResult } from '../sandbox.ts'
import { createConsole } from './console.ts'
import { toCpio, type Entry } from './cpio.ts'
import { toMachineJob, toParcel } from './machine-job.ts'
import { listenTo } from './machine-signals.ts'
import { createPacedInput } from './paced-input.ts'
import { createStopwatch } from './stopwatch.ts'

/**
 * A kernel that boots in a sandbox of its own, is given files, and goes on with them. One sandbox, one kernel, one use:
 * nothing of it is left.
 */
export interface Machine {
  /** Gives it the files that it waits for, once; the time that it may take counts from then on. Settles when they are sent. */
  handOver(files: Entry[]): Promise<void>
  /**
   * Settles when it has switched itself off, as its sandbox did or will in a moment, or when that has ended otherwise.
   * Rejects with `AbortError` if it was ended.
   */
  readonly over: Promise<JobResult>
  /** All that its console has shown, before the hand-over too. */
  readonly text: string
  /** Time that it has taken, without that in which it waited for files. */
  readonly milliseconds: number
  /** Types on its terminal, if it has one. */
  type(text: string): void
  /** Sends a line to its second terminal, if it has one, and before it a file, where an archive is looked for; false if those before are unread. */
  tell(line: string, content?: Uint8Array): boolean
  /** Ends it, whatever it does; settles when no process of it is left. */
  end(): Promise<void>
}

export interface MachineOptions {
  /** Of the kernel, besides those that all have. */
  parameters?: string[]
  /** Is told what the console shows from the hand-over on, as it comes. */
  onConsole: (text: string) => void
  /** Is told the same at once, in whatever pieces it comes. */
  onBytes?: (chunk: Uint8Array) => void
  /** Of one on which somebody types. */
  terminal?: MachineTerminal
}

/** A machine with a terminal runs in a sandbox that gives it more time. */
export interface MachineTerminal {
  /** Is told all that is shown from the hand-over on, with what controls a terminal. */
  onOutput: (chunk: Uint8Array) => void
  /** Is told each word that a program says to us, when all that was shown before it is in `text`; true if it was meant for us. */
  onWord: (word: string) => boolean
}

/** Starts a machine, which ends when the signal fires. */
export function startMachine(
  environment: KernelEnvironment,
  { parameters = [], onConsole, onBytes, terminal }: MachineOptions,
  signal?: AbortSignal,
): Machine {
  const [ends, lastWord] = [new AbortController(), randomUUID()]
  const inputs = { console: new PassThrough(), parcel: new PassThrough() }
  const typed = createPacedInput((text) => void write(text, inputs.console))
  let isTold = false
  const [console, stopwatch] = [createConsole((text) => isTold && onConsole(text)), createStopwatch()]
  const signals = listenTo(lastWord, {
    pass(chunk) {
      console.receive(chunk)
      typed.note(chunk.length)
      if (!isTold) return
      onBytes?.(chunk)
      terminal?.onOutput(chunk)
    },
    isMeant: (word) => (console.flush(), terminal?.onWord(word) ?? false),
  })
  const boot = async (): Promise<JobResult> => {
    const initramfs = await environment.initramfs()
    const { directory } = environment.room
    const job = toMachineJob({
      directory,
      initramfs,
      parameters,
      inputs,
      hasTerminal: terminal !== undefined,
    })
    const all = AbortSignal.any([ends.signal, ...(signal ? [signal] : [])])
    const sandbox = terminal ? environment.shells : environment.machines
    return await sandbox.run({ ...job, onStdout: signals.receive }, all)
  }
  const gone = boot()
  const over = Promise.race([gone, signals.off.then(() => off)]).finally(() => {
    stopwatch.stop()
    typed.end()
    signals.end()
    console.end()
  })
  void signals.waits.then(stopwatch.stop)
  // Whoever waits for it is told; perhaps nobody does.
  over.catch(() => {})
  return {
    async handOver(files) {
      await Promise.race([signals.waits, over])
      isTold = true
      stopwatch.start()
      inputs.parcel.write(toParcel(toCpio(files), lastWord))
    },
    over,
    get text() {
      return console.text
    },
    get milliseconds() {
      return Math.round(stopwatch.milliseconds)
    },
    type: typed.type,
    tell: (line, content = new Uint8Array()) => write(toParcel(content, line), inputs.parcel),
    async end() {
      ends.abort()
      await gone.catch(() => {})
    },
  }
}

/** What is typed faster than it is read is lost, as it is on a serial line. */
function write(content: string | Uint8Array, input: PassThrough): boolean {
  const hasRoom = input.writableLength < mostUnread
  if (hasRoom) input.write(content)
  return hasRoom
}

/** Bytes. */
const mostUnread = 64 * 1024

/** How a sandbox ends whose machine has switched itself off. */
const off: JobResult = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' }
