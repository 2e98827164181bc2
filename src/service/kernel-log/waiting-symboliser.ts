import { PassThrough } from 'node:stream'
import type { ParserPool } from '../parsing/parser-pool.ts'
import type { Sandbox } from '../sandbox.ts'
import { toParcel, toWaitingJob } from './symboliser-job.ts'

/** A symboliser that was started before anybody knew what to ask it. */
export interface WaitingSymboliser {
  /** As it was built. */
  module: Uint8Array
  /** What it says of the addresses; undefined if it failed or could not wait so long. It is asked once. */
  ask(addresses: number[]): Promise<string | undefined>
  /** Ends it, whether it was asked or not; settles when no process of it is left. */
  end(): Promise<void>
}

/** What runs symbolisers, and what reads modules. */
export interface WaitingTools {
  compilers: Sandbox
  parsers: ParserPool
}

/** Starts one for a module: that takes as long as a kernel takes to tell of a fault and to switch itself off. */
export function startSymboliser(
  module: Uint8Array,
  { compilers, parsers }: WaitingTools,
  signal?: AbortSignal,
): WaitingSymboliser {
  const ends = new AbortController()
  const all = AbortSignal.any([ends.signal, ...(signal ? [signal] : [])])
  const inputs = { console: new PassThrough(), parcel: new PassThrough() }
  const answer = createAnswer()
  const run = async (): Promise<void> => {
    const addressed = await parsers.parse('addressedModule', { output: module, frames: [] }, all)
    if (addressed.kind === 'stopped' || !addressed.value) return
    await compilers.run({ ...toWaitingJob(addressed.value.module), inputs, onStdout: answer.receive }, all)
  }
  // Whoever asks has another one started if this one failed.
  const over = run().then(answer.end, answer.end)
  return {
    module,
    ask(addresses) {
      answer.expect(addresses.length)
      inputs.parcel.write(toParcel(addresses))
      return answer.whole
    },
    async end() {
      ends.abort()
      await over
    },
  }
}

/** What comes of it, whole as soon as it has so many lines: until the sandbox has ended takes a while. */
function createAnswer() {
  const { promise: whole, resolve } = Promise.withResolvers<string | undefined>()
  const chunks: Uint8Array[] = []
  let [lines, expected] = [0, Infinity]
  return {
    whole,
    expect: (count: number): void => void (expected = count),
    receive(chunk: Uint8Array): void {
      chunks.push(chunk)
      for (const byte of chunk) if (byte === lineEnd) lines += 1
      if (lines >= expected) resolve(Buffer.concat(chunks).toString())
    },
    end: (): void => resolve(undefined),
  }
}

const lineEnd = 0x0a
