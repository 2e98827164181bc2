import type { CompileRequest, CompileResult } from '#protocol/compile.ts'

/** Something that compiles: the service, or what was recorded of it. */
export interface Playground {
  /** Rejects with `AbortError` if the signal fires, and for nothing else. */
  compile(request: CompileRequest, signal: AbortSignal): Promise<Answer>
}

/** What came of asking. Where it can be worth asking again, `retryAfter` says in how many seconds. */
export type Answer =
  | { kind: 'result'; result: CompileResult; recorded?: Recording }
  | { kind: 'preparing'; percent: number; step: string; retryAfter: number }
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'refused'; detail: string }
  | { kind: 'unavailable'; reason: string; remedy: string; retryAfter: number }
  | { kind: 'unreachable'; retryAfter: number }

/** Why a recorded result stands in for a fresh one, and what gave it. */
export interface Recording {
  toolchain: string
  because: NoResult
}

export type NoResult = Exclude<Answer, { kind: 'result' }>
