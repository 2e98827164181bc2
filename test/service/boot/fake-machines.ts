import { setTimeout as sleep } from 'node:timers/promises'
import { toSignal, waitsWord } from '#service/boot/machine-signals.ts'
import type { Job, JobResult, Sandbox } from '#service/sandbox.ts'

/** Machines that show what they are told to. */
export interface FakeMachines extends Sandbox {
  /** All that were started, in order. */
  started: FakeMachine[]
}

export interface FakeMachine {
  job: Job
  /** `ended` if somebody did not want it any more. */
  state: 'boots' | 'waits' | 'runs' | 'over' | 'ended'
  /** What it was given, as text. */
  parcel: string
}

/** What a machine does with what it is given. */
export interface FakeScript {
  /** Pieces that its console shows; `word` stands for what its first program says last. */
  console: readonly string[]
  ended: JobResult
  /** It comes to its end before it waits. */
  isBroken?: boolean
  /** It does not come to its end. */
  isEndless?: boolean
}

export const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const

/** Makes machines that boot, wait for what they are given, and then do this. */
export function createFakeMachines(script: FakeScript = { console: [], ended: exited }): FakeMachines {
  const started: FakeMachine[] = []
  return {
    started,
    run: (job, signal) => {
      const machine: FakeMachine = { job, state: 'boots', parcel: '' }
      started.push(machine)
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => {
          machine.state = machine.state === 'over' ? 'over' : 'ended'
          reject(new DOMException('The job was aborted.', 'AbortError'))
        })
        void live(machine, script).then(resolve)
      })
    },
  }
}

async function live(
  machine: FakeMachine,
  { console, ended, isBroken, isEndless }: FakeScript,
): Promise<JobResult> {
  const { onStdout, inputs } = machine.job
  const say = (text: string): void => onStdout?.(Buffer.from(text))
  await sleep(1)
  if (!isBroken) {
    say(toSignal(waitsWord))
    machine.state = 'waits'
    machine.parcel = await new Promise<string>((resolve) =>
      inputs!.parcel.once('data', (bytes: Buffer) => resolve(bytes.toString('latin1'))),
    )
    machine.state = 'runs'
  }
  const word = /^\d+ (\S+)\n/.exec(machine.parcel)?.[1] ?? ''
  for (const text of console) say(text.replace('word', toSignal(word)))
  if (isEndless) await new Promise(() => {})
  machine.state = 'over'
  return ended
}
