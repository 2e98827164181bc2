import type { StageStatus } from '#protocol/status.ts'
import { openMachines } from '../boot/machine.ts'
import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { Limits } from '../bubblewrap/limits.ts'
import { readKernelExports } from './kernel-exports.ts'
import { readKernelRoom } from './kernel-room.ts'
import type { Kernel, KernelEnvironment } from './kernel-environment.ts'
import { createPrecompiledHeaders } from './precompiled-headers.ts'

/** Where a kernel's room is, and how far it is made. */
export interface RoomOfKernel {
  root: string
  status(): StageStatus
}

/** Opens the kernel of a room; its description is read when it is first asked for. */
export function openKernel(room: RoomOfKernel, limits: Partial<Limits> = {}): Kernel {
  let environment: KernelEnvironment | undefined
  return {
    status: () => room.status(),
    environment: () => (environment ??= openWorkplace(room.root, limits)),
  }
}

const MiB = 1024 * 1024

/** The metadata of the kernel crate alone is 100 MB of address space, and a headful of headers takes longer. */
export const compilerLimits: Partial<Limits> = {
  wallSeconds: 12,
  cpuSeconds: 10,
  addressSpaceBytes: 2048 * MiB,
  stdoutBytes: 32 * MiB,
}

function openWorkplace(root: string, limits: Partial<Limits>): KernelEnvironment {
  const room = readKernelRoom(root)
  const sandbox = createBubblewrapSandbox({ root, limits: { ...compilerLimits, ...limits } })
  return {
    room,
    exports: readKernelExports(root, room),
    compilers: sandbox,
    headers: createPrecompiledHeaders(room, sandbox),
    machines: openMachines(root, limits),
  }
}
