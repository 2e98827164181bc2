import { PassThrough } from 'node:stream'
import { parcelFd, type Job } from '../sandbox.ts'
import type { SymboliserTools } from './symbolise.ts'
import { symboliserCommand, toAddressLines } from './symboliser-command.ts'

/** A symboliser that was started before anybody knew what to ask it. */
export interface WaitingSymboliser {
  /** What it says of the addresses; undefined if it failed or could not wait so long. It is asked once. */
  ask(addresses: number[]): Promise<string | undefined>
  /** Ends it, whether it was asked or not; settles when no process of it is left. */
  end(): Promise<void>
}

/** Starts one for a module: to start it takes as long as a kernel takes to tell of a fault and to switch itself off. */
export function startSymboliser(
  module: Uint8Array,
  { compilers, parsers }: SymboliserTools,
  signal?: AbortSignal,
): WaitingSymboliser {
  const ends = new AbortController()
  const all = signal ? AbortSignal.any([ends.signal, signal]) : ends.signal
  const inputs = { console: new PassThrough(), parcel: new PassThrough() }
  const run = async (): Promise<string | undefined> => {
    const addressed = await parsers.parse('addressedModule', { output: module, frames: [] }, all)
    if (addressed.kind === 'stopped' || !addressed.value) return undefined
    const ended = await compilers.run({ ...toJob(addressed.value.module), inputs }, all)
    return ended.kind === 'exited' ? Buffer.from(ended.stdout).toString() : undefined
  }
  const over = run().catch(() => undefined)
  return {
    ask(addresses) {
      inputs.parcel.write(`${addresses.length}\n${toAddressLines(addresses)}`)
      return over
    },
    async end() {
      ends.abort()
      await over
    },
  }
}

function toJob(module: Uint8Array): Job {
  const lines = `{ read -r count; busybox head -n "$count"; } <&${parcelFd}`
  const script = `${lines} | ${symboliserCommand}`
  return { command: ['busybox', 'sh', '-c', script], files: { 'driver.ko': module } }
}
