import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Status } from '#protocol/status.ts'

/** Something that compiles: the service, or what was recorded of it. */
export interface CompileClient {
  /** Rejects with `AbortError` if the signal fires, and for nothing else. */
  compile(request: CompileRequest, signal: AbortSignal): Promise<CompileAnswer>
}

/** What came of asking. Where it can be worth asking again, `retryAfter` says in how many seconds. */
export type CompileAnswer =
  | { kind: 'result'; result: CompileResult; recorded?: Recording }
  | (Preparing & { kind: 'preparing'; retryAfter: number })
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'refused'; detail: string }
  | { kind: 'unavailable'; stage: keyof Status; reason: string; remedy: string; retryAfter: number }
  | { kind: 'unreachable'; retryAfter: number }

/** How far the part of the toolroom is that the question needs. */
interface Preparing {
  stage: keyof Status
  percent: number
  step: string
  secondsLeft?: number
}

/** Why a recorded result stands in for a fresh one, and what gave it. */
export interface Recording {
  toolchain: string
  because: RequestFailure
}

export type RequestFailure = Exclude<CompileAnswer, { kind: 'result' }>
