import type { StageStatus } from '#protocol/status.ts'
import type { Initramfs } from '../boot/initramfs.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ParserPool } from '../parsing/parser-pool.ts'
import type { Cache } from '../cache.ts'
import type { BuiltModule } from './built-module.ts'
import type { KernelExports } from './kernel-exports.ts'
import type { KernelRoom } from './kernel-room.ts'
import type { PrecompiledHeaders } from './precompiled-headers.ts'

/** What compiles modules for one kernel and boots it. */
export interface KernelEnvironment {
  room: KernelRoom
  exports: KernelExports
  compilers: Sandbox
  /** Reads what compilers, modules and kernels say. */
  parsers: ParserPool
  headers: PrecompiledHeaders
  /** By their sources. */
  modules: Cache<BuiltModule>
  initramfs: Initramfs
  /** Its jobs may boot a machine. */
  machines: Sandbox
  /** Its jobs may boot a machine on which somebody types. */
  shells: Sandbox
}

/** A kernel that is there, or is still being built. */
export interface Kernel {
  /** How far it is, at the moment of asking. */
  status: () => StageStatus
  /** Is asked only while the status is `ready`. */
  environment: () => KernelEnvironment
}
