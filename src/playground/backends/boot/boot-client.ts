import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { NoResult } from '../compile/compile-client.ts'

/** Something that boots drivers in a real kernel: the service, or what was recorded of it. */
export interface Kernel {
  /** Tells each event as it comes. Rejects with `AbortError` if the signal fires, which ends the boot, and for nothing else. */
  boot(request: BootRequest, onEvent: (event: BootEvent) => void, signal: AbortSignal): Promise<Booted>
}

/** What came of asking: all events up to the last, a part of them, or none. */
export type Booted =
  { kind: 'told'; recorded?: RecordedFor } | { kind: 'cut off' } | { kind: 'no result'; answer: NoResult }

/** Why a recorded boot stands in for a fresh one, and what it ran on. */
export interface RecordedFor {
  kernel: string
  because: NoResult
}
