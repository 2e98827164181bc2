import type { BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult, Variant } from '#protocol/compile.ts'
import type { StageStatus } from '#protocol/status.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { Cache } from './cache.ts'
import { peekAnswer, type CachedRunner } from './cached-runner.ts'
import { compile } from './compile.ts'
import { compileModule } from './kernel/compile-module.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import type { Metrics } from './metrics.ts'
import { sharedParsers } from './parsing/parser-pool.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { CompileRouteParts } from './routes/compile.ts'
import type { Sandbox } from './sandbox.ts'
import { toSortedFiles } from './sorted-files.ts'

/** What compiles programs and modules, and what remembers and counts it. */
export interface CompileContext {
  sandbox: Sandbox
  userspace: () => StageStatus
  kernels: Record<Variant, Kernel>
  runCached: CachedRunner
  metrics: Metrics
}

/** Makes what `POST /api/compile` leads to: an answer from the cache, or from the compilers when it is their turn. */
export function createCachedCompile(context: CompileContext): CompileRouteParts['compile'] {
  const { metrics, runCached } = context
  return async (request, requester) => {
    const started = performance.now()
    const { compilers, compile } = toTask(context, request)
    const work = (signal: AbortSignal) => timed(metrics, request, () => compile(signal))
    const { value, from } = await runCached({ question: toQuestion(compilers, request), work }, requester)
    metrics.answers.inc({ from })
    return from === 'cache' ? toCached(value, started) : value
  }
}

/** Whether a check is remembered by which the compiler refuses the driver. */
export function isKnownRefused(
  { kernels, cache }: { kernels: Record<Variant, Kernel>; cache: Cache<object> },
  { language, variant, files }: BootRequest,
): boolean {
  const request = { target: 'kernel', action: 'check', language, variant, files } as const
  const { compilers } = toModuleTask(kernels[variant], request)
  const answer = peekAnswer(cache, toQuestion(compilers, request))
  return answer !== undefined && 'outcome' in answer && answer.outcome === 'rejected'
}

/** A compilation, and the name of the compilers that do it: others may answer otherwise. */
interface Task {
  compilers: string
  compile: (signal: AbortSignal) => Promise<CompileResult>
}

function toTask({ sandbox, userspace, kernels }: CompileContext, request: CompileRequest): Task {
  if (request.target === 'kernel') return toModuleTask(kernels[request.variant ?? defaultVariant], request)
  const toolchain = requireToolchain(userspace())
  return {
    compilers: toolchain,
    compile: (signal) => compile({ sandbox, parsers: sharedParsers, toolchain }, request, signal),
  }
}

function toModuleTask({ status, environment }: Kernel, request: CompileRequest): Task {
  const toolchain = requireToolchain(status())
  const compilers = environment()
  return {
    compilers: `${toolchain}, ${compilers.room.name}`,
    compile: (signal) => compileModule(compilers, request, signal),
  }
}

function toQuestion(
  compilers: string,
  { target, language, action, edition, rendered, files, fixtures }: CompileRequest,
): unknown[] {
  const beside = action === 'build' ? Object.entries(fixtures ?? {}) : []
  const how = [target, language, action, edition, rendered]
  return ['compile', compilers, ...how, toSortedFiles(files), ...beside]
}

async function timed(
  { compileSeconds }: Metrics,
  { action }: CompileRequest,
  work: () => Promise<CompileResult>,
): Promise<CompileResult> {
  const started = performance.now()
  const result = await work()
  compileSeconds.observe({ action, outcome: result.outcome }, (performance.now() - started) / 1000)
  return result
}

function toCached(result: CompileResult, started: number): CompileResult {
  if (result.outcome === 'stopped') return result
  return { ...result, cached: true, milliseconds: Math.round(performance.now() - started) }
}
