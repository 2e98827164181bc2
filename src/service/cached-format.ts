import type { StageStatus } from '#protocol/status.ts'
import type { CachedRunner } from './cached-runner.ts'
import { format } from './format/format.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { FormatRouteParts } from './routes/format.ts'
import type { Sandbox } from './sandbox.ts'
import { toSortedFiles } from './sorted-files.ts'

/** What formats files, and what remembers it. */
export interface FormatContext {
  sandbox: Sandbox
  userspace: () => StageStatus
  runCached: CachedRunner
}

/** Makes what `POST /api/format` leads to: an answer from the cache, or from the formatters when it is their turn. */
export function createCachedFormat({
  sandbox,
  userspace,
  runCached,
}: FormatContext): FormatRouteParts['format'] {
  return async (request, requester) => {
    const { edition, files } = request
    const question = ['format', requireToolchain(userspace()), edition, toSortedFiles(files)]
    const work = (signal: AbortSignal) => format(sandbox, request, signal)
    return (await runCached({ question, work }, requester)).value
  }
}
