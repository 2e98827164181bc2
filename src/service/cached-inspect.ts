import type { Variant } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { CachedRunner } from './cached-runner.ts'
import { inspectFunctions } from './kernel/inspect-functions.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { InspectRouteParts } from './routes/inspect.ts'
import { toSortedFiles } from './sorted-files.ts'

/** What takes modules apart, and what remembers it. */
export interface InspectContext {
  kernels: Record<Variant, Kernel>
  runCached: CachedRunner
}

/** Makes what `POST /api/inspect` leads to: an answer from the cache, or from the compilers when it is their turn. */
export function createCachedInspect({ kernels, runCached }: InspectContext): InspectRouteParts['inspect'] {
  return async (request, requester) => {
    const { status, environment } = kernels[request.variant ?? defaultVariant]
    const compilers = `${requireToolchain(status())}, ${environment().room.name}`
    const question = ['inspect', compilers, request.language, toSortedFiles(request.files)]
    const work = (signal: AbortSignal) => inspectFunctions(environment(), request, signal)
    return (await runCached({ question, work }, requester)).value
  }
}
