import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { Limits } from '../bubblewrap/limits.ts'
import type { Job, Sandbox } from '../sandbox.ts'

/**
 * A sandbox in which a User-Mode Linux boots. A module's code is native code of that process, so all that is closed to
 * it is closed by this sandbox: as for compilers, but for the calls on which User-Mode Linux insists.
 */
export function openMachines(root: string, limits: Partial<Limits> = {}): Sandbox {
  const all = { ...machineLimits, ...limits }
  // One process of the machine that has used up its time would look as if the machine had killed it.
  const cpuSeconds = all.wallSeconds * 2
  return createBubblewrapSandbox({ root, limits: { ...all, cpuSeconds }, machine: true })
}

const MiB = 1024 * 1024

const machineLimits = {
  wallSeconds: 15,
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

/** Boots the kernel that was built in the folder, perhaps with parameters of its own. Its console is standard output. */
export function toMachineJob(directory: string, initramfs: Uint8Array, parameters: string[] = []): Job {
  return {
    command: [...throughPipe, 'setarch', '-R', `${directory}/linux`, ...kernelParameters, ...parameters],
    files: { initramfs },
  }
}

/**
 * What the machine writes and cannot get rid of at once is lost. Our standard output is a socket, which is full after
 * some three hundred writes, however short; a pipe holds 64 kB, and whoever empties it waits.
 */
const throughPipe = ['busybox', 'sh', '-c', 'set -o pipefail; "$@" | busybox cat', 'sh']

/**
 * Nothing but last words until the script begins. All of KASAN's reports, not only the first. `seccomp` is how a
 * process of the machine is held; the other way is `ptrace`, which is closed.
 */
const kernelParameters = [
  ...['mem=64M', 'initrd=/work/initramfs', 'con0=null,fd:1', 'con=null', 'seccomp=on'],
  ...['loglevel=1', 'lpj=20000000', 'kasan_multi_shot', 'noreboot'],
  ...['watchdog_thresh=1', 'sysctl.kernel.hung_task_check_interval_secs=1'],
]
