import type { Variant } from '#protocol/compile.ts'
import type { Assembly, InspectRequest } from '#protocol/inspect.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { CachedRunner } from './cached-runner.ts'
import { withReadableNames } from './kernel-log/readable-names.ts'
import { inspectAssembly } from './kernel/inspect-assembly.ts'
import { inspectFunctions } from './kernel/inspect-functions.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import type { Requester } from './queue.ts'
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
    const kernel = kernels[request.variant ?? defaultVariant]
    const question = toQuestion(kernel, request)
    const work = (signal: AbortSignal) => inspectFunctions(kernel.environment(), request, signal)
    const { value } = await runCached({ question: ['inspect', ...question], work }, requester)
    if (value.outcome !== 'accepted' || request.function === undefined) return value
    const assembly = await findAssembly({ kernel, runCached, request }, requester)
    return { ...value, ...(assembly && { assembly }) }
  }
}

function toQuestion({ status, environment }: Kernel, { language, files }: InspectRequest): unknown[] {
  return [`${requireToolchain(status())}, ${environment().room.name}`, language, toSortedFiles(files)]
}

interface AssemblyContext {
  kernel: Kernel
  runCached: CachedRunner
  request: InspectRequest
}

/** All functions are written and remembered together. Of two files of C with a function of one name, the first has it. */
async function findAssembly(context: AssemblyContext, requester: Requester): Promise<Assembly | undefined> {
  const { kernel, runCached, request } = context
  const question = ['assembly', ...toQuestion(kernel, request)]
  const work = (signal: AbortSignal) => inspectAssembly(kernel.environment(), request, signal)
  const { value } = await runCached({ question, work }, requester)
  if (value.outcome === 'stopped') return undefined
  const found = value.functions.find(({ name }) => name === request.function)
  return found && (await nameReadably(found, context, requester))
}

/** The names in one function: a whole module has too many. */
async function nameReadably(
  assembly: Assembly,
  { kernel, runCached }: AssemblyContext,
  requester: Requester,
): Promise<Assembly> {
  const texts = assembly.lines.map(({ text }) => text)
  const { compilers } = kernel.environment()
  const work = async (signal: AbortSignal) => ({ texts: await withReadableNames(texts, compilers, signal) })
  const { value } = await runCached({ question: ['names', texts], work }, requester)
  return { ...assembly, lines: assembly.lines.map((line, index) => ({ ...line, text: value.texts[index]! })) }
}
