import type { RequestFailure } from '../request-failure.ts'
import type { BootClient } from './boot-client.ts'

/** Boots with the first; where that has no result, the second may stand in, and its answer tells why. */
export function withRecording(first: BootClient, second: BootClient): BootClient {
  return {
    async boot(request, onEvent, signal) {
      const booted = await first.boot(request, onEvent, signal)
      if (booted.kind !== 'no result' || final.includes(booted.failure.kind)) return booted
      const other = await second.boot(request, onEvent, signal)
      if (other.kind !== 'complete' || !other.recorded) return booted
      return { kind: 'complete', recorded: { ...other.recorded, because: booted.failure } }
    },
  }
}

/** Only an event shows that a page is outdated, and those before it were handed on already. */
const final: RequestFailure['kind'][] = ['refused', 'busy', 'outdated']
