import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { StageStatus } from '#protocol/status.ts'
import { createInitramfs } from '../boot/initramfs.ts'
import { openMachines, shellLimits } from '../boot/open-machines.ts'
import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { Limits } from '../bubblewrap/limits.ts'
import { openFileStore, type FileStore } from '../file-store.ts'
import { cacheFolder } from '../toolroom/cache-folder.ts'
import { sharedParsers } from '../parsing/parser-pool.ts'
import { readKernelExports } from './kernel-exports.ts'
import { descriptionOf, readKernelRoom } from './kernel-room.ts'
import type { Kernel, KernelEnvironment } from './kernel-environment.ts'
import { createModuleCache } from './module-cache.ts'
import { createPrecompiledHeaders } from './precompiled-headers.ts'

/** Where a kernel's room is, and how far it is made. */
export interface RoomOfKernel {
  root: string
  status(): StageStatus
}

const MiB = 1024 * 1024

/** Each header has about 8 MB, and a course has one a lesson. */
const headersOfAll = openFileStore(join(cacheFolder(), 'headers'), 1024 * MiB)

/** Opens the kernel of a room; its description is read when it is first asked for. All kernels share one store of headers. */
export function openKernel(
  room: RoomOfKernel,
  limits: Partial<Limits> = {},
  headers: FileStore = headersOfAll,
): Kernel {
  let environment: KernelEnvironment | undefined
  return {
    status: () => room.status(),
    environment: () => (environment ??= openEnvironment(room.root, limits, headers)),
  }
}

/** The metadata of the kernel crate alone is 100 MB of address space, and a headful of headers takes longer. */
export const compilerLimits: Partial<Limits> = {
  wallSeconds: 12,
  cpuSeconds: 10,
  addressSpaceBytes: 2048 * MiB,
  memoryBytes: 2048 * MiB,
  stdoutBytes: 32 * MiB,
}

function openEnvironment(root: string, limits: Partial<Limits>, store: FileStore): KernelEnvironment {
  const room = readKernelRoom(root)
  const { ino, mtimeMs } = statSync(descriptionOf(root))
  const sandbox = createBubblewrapSandbox({ root, limits: { ...compilerLimits, ...limits } })
  return {
    room,
    exports: readKernelExports(root, room),
    compilers: sandbox,
    parsers: sharedParsers,
    modules: createModuleCache(),
    headers: createPrecompiledHeaders({
      room,
      edition: `${ino} ${mtimeMs}`,
      compilers: sandbox,
      parsers: sharedParsers,
      store,
    }),
    initramfs: createInitramfs(sandbox, store),
    machines: openMachines(root, limits),
    shells: openMachines(root, shellLimits),
  }
}
