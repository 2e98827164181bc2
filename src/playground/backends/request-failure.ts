import type { Stage } from '#protocol/status.ts'

/** Why a request has no result. Where it can be worth sending it again, `retryAfter` says in how many seconds. */
export type RequestFailure =
  | {
      kind: 'preparing'
      stage: Stage
      percent: number
      /** What is being done, such as `packages`. */
      step: string
      /** A guess; absent where there is none yet. */
      secondsLeft?: number
      retryAfter: number
    }
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'refused'; detail: string }
  | { kind: 'unavailable'; stage: Stage; reason: string; remedy: string; retryAfter: number }
  | { kind: 'unreachable'; retryAfter: number }
  | { kind: 'outdated' }
  /** The public playground that the reader has agreed to does not answer as it should. */
  | { kind: 'silent elsewhere'; host: string; retryAfter: number }

/** What the request needs is not there yet. */
export type Preparing = Extract<RequestFailure, { kind: 'preparing' }>

/** What gave a recorded answer, such as `rustc 1.85.1`, and why it stands in for a fresh one. */
export interface StandIn {
  by: string
  because: RequestFailure
}

/** Nobody answers, or something that is not the service. */
export const unreachable = { kind: 'unreachable', retryAfter: 10 } as const satisfies RequestFailure

/** The service answers in a way that this page does not understand: the page is older. */
export const outdated = { kind: 'outdated' } as const satisfies RequestFailure
