import type { StopReason } from '#protocol/compile.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import { noteCrash } from '../crash-log.ts'
import type { JobResult } from '../sandbox.ts'
import { createConsole } from './console.ts'
import { packInitramfs, type Cargo } from './initramfs.ts'
import { toMachineJob } from './machine.ts'

/** What became of a machine, and all that its console showed. */
export interface MachineRun {
  end: 'off' | 'panicked' | { stopped: StopReason }
  console: string
  /** From power-on to power-off. */
  milliseconds: number
}

/** Boots a kernel with its cargo and tells what the console shows as it comes. Rejects with `AbortError` if the signal fires. */
export async function runMachine(
  { room, compilers, machines }: KernelEnvironment,
  cargo: Cargo & { onConsole: (text: string) => void },
  signal?: AbortSignal,
): Promise<MachineRun> {
  const job = toMachineJob(room.directory, await packInitramfs(compilers, cargo), toParameters(cargo.script))
  const console = createConsole(cargo.onConsole)
  const started = performance.now()
  const ended = await machines.run({ ...job, onStdout: console.receive }, signal).finally(console.end)
  const milliseconds = Math.round(performance.now() - started)
  return { end: toEnd(ended, console.text), console: console.text, milliseconds }
}

/** To know of every object where it was allocated takes half as long again as a boot: it is done where a line asks for it. */
function toParameters(script: string): string[] {
  return /\b(kmemleak|slab_debug)\b/.test(script) ? ['slab_debug=U'] : []
}

/** A kernel that panics has no other way than to die by a signal; whoever only prints the words does not. */
function toEnd(ended: JobResult, console: string): MachineRun['end'] {
  if (ended.kind === 'exited') return toEndByCode(ended, console)
  const { reason } = ended
  return reason === 'crash' && /Kernel panic - not syncing/.test(console) ? 'panicked' : { stopped: reason }
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
