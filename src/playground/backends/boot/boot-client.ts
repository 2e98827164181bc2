import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { RequestFailure } from '../request-failure.ts'

/** Something that boots drivers in a real kernel: the service, or what was recorded of it. */
export interface BootClient {
  /** Hands on each event as it comes. Rejects with `AbortError` if the signal fires, which ends the boot, with what `onEvent` throws, and for nothing else. */
  boot(request: BootRequest, onEvent: (event: BootEvent) => void, signal: AbortSignal): Promise<BootAnswer>
}

/** What came of a boot: all events up to the last, a part of them, or why there is no result. */
export type BootAnswer =
  | { kind: 'complete'; recorded?: RecordedFor }
  | { kind: 'cut off' }
  | { kind: 'no result'; failure: RequestFailure }

/** Why a recorded boot stands in for a fresh one, and what it ran on. */
export interface RecordedFor {
  kernel: string
  because: RequestFailure
}
