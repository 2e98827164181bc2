import type { StageStatus } from '#protocol/status.ts'
import type { CachedRunner } from './cached-runner.ts'
import { sharedParsers } from './parsing/parser-pool.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { TraceRouteParts } from './routes/trace.ts'
import type { Sandbox } from './sandbox.ts'
import { toSortedFiles } from './sorted-files.ts'
import { trace } from './trace.ts'

/** What traces programs, and what remembers it. */
export interface TraceContext {
  sandbox: Sandbox
  userspace: () => StageStatus
  runCached: CachedRunner
}

/** Makes what `POST /api/trace` leads to: an answer from the cache, or from the compiler when it is its turn. */
export function createCachedTrace({ sandbox, userspace, runCached }: TraceContext): TraceRouteParts['trace'] {
  return async (request, requester) => {
    const { action, edition, offsets, files } = request
    const question = ['trace', requireToolchain(userspace()), action, edition, offsets, toSortedFiles(files)]
    const work = (signal: AbortSignal) => trace({ sandbox, parsers: sharedParsers }, request, signal)
    return (await runCached({ question, work }, requester)).value
  }
}
