import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { RequestFailure } from '../request-failure.ts'

/** Something that compiles: the service, or what was recorded of it. */
export interface CompileClient {
  /** Rejects with `AbortError` if the signal fires, and for nothing else. */
  compile(request: CompileRequest, signal: AbortSignal): Promise<CompileAnswer>
}

/** What came of a request: a result, fresh or recorded, or why there is none. */
export type CompileAnswer =
  | {
      kind: 'result'
      result: CompileResult
      recorded?: Recording
      /** The host of others that gave it, if it was not the service. */
      elsewhere?: string
    }
  | RequestFailure

/** Why a recorded result stands in for a fresh one, and what gave it. */
export interface Recording {
  toolchain: string
  because: RequestFailure
}
