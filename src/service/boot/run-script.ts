import type { StopReason } from '#protocol/compile.ts'
import { noteCrash } from '../crash-log.ts'
import type { JobResult } from '../sandbox.ts'
import { type Cargo, toCargo } from './cargo.ts'
import { hasPanicked } from './has-panicked.ts'
import { toScript } from './init-script.ts'
import type { Machine } from './machine.ts'

/** What became of a machine, and all that its console showed. */
export interface MachineRun {
  end: 'off' | 'panicked' | { stopped: StopReason }
  console: string
  /** From power-on to power-off, without the time in which it waited for the driver. */
  milliseconds: number
}

/** Has a machine do a script, the text of a `boot.sh`. Rejects with `AbortError` if the machine is ended. */
export async function runScript(machine: Machine, { script, ...cargo }: Cargo): Promise<MachineRun> {
  await machine.handOver(toCargo({ ...cargo, script: toScript(script) }))
  const ended = await machine.over
  const { text: console, milliseconds } = machine
  return { end: toEnd(ended, console), console, milliseconds }
}

/** To know of every object where it was allocated takes half as long again as a boot: it is done where a line asks for it. */
export function toParameters(script: string): string[] {
  return /\b(kmemleak|slab_debug)\b/.test(script) ? ['slab_debug=U'] : []
}

function toEnd(ended: JobResult, console: string): MachineRun['end'] {
  if (ended.kind === 'exited') return toEndByCode(ended, console)
  return hasPanicked(ended, console) ? 'panicked' : { stopped: ended.reason }
}

/** A driver can end the machine's process with any code, but not before the script has shown its first line. */
function toEndByCode(
  { code, stderr }: Extract<JobResult, { kind: 'exited' }>,
  console: string,
): MachineRun['end'] {
  if ((code === 126 || code === 127) && console === '') throw new Error(`no machine: ${stderr.slice(0, 500)}`)
  if (code === 0) return 'off'
  noteCrash({ code, stderr })
  return { stopped: 'crash' }
}
