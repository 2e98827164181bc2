import { machineSeconds } from '#protocol/machine-seconds.ts'
import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { Limits } from '../bubblewrap/limits.ts'
import type { Sandbox } from '../sandbox.ts'

/**
 * A sandbox in which a User-Mode Linux boots. A module's code is native code of that process, so all that is closed to
 * it is closed by this sandbox: as for compilers, but for the calls on which User-Mode Linux insists.
 */
export function openMachines(root: string, limits: Partial<Limits> = {}): Sandbox {
  const all = { ...machineLimits, ...limits }
  // One process of the machine that has used up its time would look as if the machine had killed it.
  const cpuSeconds = all.wallSeconds * 2
  // Longer than a compiler may take: whoever started the machine ends it when that has ended.
  const waitSeconds = all.wallSeconds + 60
  return createBubblewrapSandbox({ root, limits: { ...all, cpuSeconds, waitSeconds }, machine: true })
}

const MiB = 1024 * 1024

const machineLimits = {
  wallSeconds: machineSeconds,
  // KASAN's shadow is 16 TB of addresses, nearly all of them without memory.
  addressSpaceBytes: 'unlimited' as const,
  memoryBytes: 512 * MiB,
  fileBytes: 128 * MiB,
  // Holds the memory of the machine.
  tmpBytes: 160 * MiB,
  // Each process in the machine is one outside.
  processes: 64,
  stdoutBytes: 256 * 1024,
  stderrBytes: 64 * 1024,
}

/** Of a machine on which somebody types. */
export const shellLimits: Partial<Limits> = { wallSeconds: 600, stdoutBytes: 8 * MiB }
