import type { Logger } from 'pino'
import type { BootEvent } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult, Variant } from '#protocol/compile.ts'
import type { StageStatus, Status } from '#protocol/status.ts'
import { createCachedRunner, type CachedRunner } from './cached-runner.ts'
import type { ServiceApp } from './app-env.ts'
import { createApp, type AppParts } from './app.ts'
import { boot } from './boot/boot.ts'
import { explainSandboxError } from './bubblewrap/check-sandbox.ts'
import { SandboxError } from './bubblewrap/sandbox-error.ts'
import { createCache, type Cache } from './cache.ts'
import { compile } from './compile.ts'
import { notReady } from './http-problem.ts'
import { compileModule } from './kernel/compile-module.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createQueue, type Queue } from './queue.ts'
import type { Sandbox } from './sandbox.ts'
import type { Settings } from './settings.ts'

/** What the service works with. */
export interface ServiceParts {
  /** Is asked only while the stage is ready. */
  sandbox: Sandbox
  /** How far the toolroom is, at the moment of asking. */
  userspace: () => StageStatus
  kernels: Record<Variant, Kernel>
  settings: Settings
  logger: Logger
  /** Folder of the built site, if it is served from here. */
  site?: string
}

/** The whole service as an app: routes before a cache, a queue and the sandbox. */
export function createService(parts: ServiceParts): ServiceApp {
  const { settings, logger, site } = parts
  const queue = createQueue({ concurrency: settings.JOBS, limit: settings.QUEUE_LIMIT, pace: 8 })
  const boots = createQueue({ concurrency: settings.BOOTS, limit: settings.QUEUE_LIMIT, pace: 1 })
  const cache = createAnswerCache(settings)
  const metrics = createMetrics({
    running: () => queue.running,
    waiting: () => queue.waiting,
    bootsRunning: () => boots.running,
    bootsWaiting: () => boots.waiting,
    cacheBytes: () => cache.size,
  })
  const context = { ...parts, metrics, answer: createCachedRunner(cache, queue) }
  return createApp({
    compile: toCompile(context),
    boot: toBoot(context, boots),
    status: () => toStatus(parts),
    metrics,
    logger,
    limits: { rateLimit: settings.RATE_LIMIT, trustProxy: settings.TRUST_PROXY },
    corsOrigin: settings.CORS_ORIGIN,
    ...(site === undefined ? {} : { site }),
  })
}

/** Measured: what an answer takes beyond its text; most answers are short. */
const entryBytes = 300

type ServiceContext = ServiceParts & { metrics: Metrics; answer: CachedRunner<CompileResult> }

function createAnswerCache(settings: Settings): Cache<CompileResult> {
  return createCache({
    bytes: settings.CACHE_MEGABYTES * 1024 * 1024,
    sizeOf: (answer) => entryBytes + Buffer.byteLength(JSON.stringify(answer)),
    lifeOf: (answer) => (answer.outcome === 'stopped' ? stoppedLife : undefined),
  })
}

/** Long enough that a crowd does not burn a core on one endless program, short because a busy machine may be to blame. */
const stoppedLife = 60_000

function toStatus({ userspace, kernels }: ServiceParts): Status {
  return { userspace: userspace(), kasan: kernels.kasan.status(), lockdep: kernels.lockdep.status() }
}

function toCompile(context: ServiceContext): AppParts['compile'] {
  const { logger, metrics, answer } = context
  return async (request, requester) => {
    const started = performance.now()
    const { compilers, compile } = toTask(context, request)
    const work = (signal: AbortSignal) => compile(signal).catch((error) => refuse(error, logger))
    const timedWork = (signal: AbortSignal) => timed(metrics, request, () => work(signal))
    const { value, from } = await answer(
      { question: [compilers, ...toQuestion(request)], work: timedWork },
      requester,
    )
    metrics.answers.inc({ from })
    return from === 'cache' ? toCached(value, started) : value
  }
}

/** A compilation, and the name of the compilers that do it: others may answer otherwise. */
interface Task {
  compilers: string
  compile: (signal: AbortSignal) => Promise<CompileResult>
}

function toTask({ sandbox, userspace, kernels }: ServiceContext, request: CompileRequest): Task {
  if (request.target === 'kernel') return toModuleTask(kernels[request.variant ?? 'kasan'], request)
  const toolchain = toolchainOf(userspace())
  return { compilers: toolchain, compile: (signal) => compile({ sandbox, toolchain }, request, signal) }
}

function toModuleTask({ status, environment }: Kernel, request: CompileRequest): Task {
  const toolchain = toolchainOf(status())
  const place = environment()
  return {
    compilers: `${toolchain}, ${place.room.name}`,
    compile: (signal) => compileModule(place, request, signal),
  }
}

function toBoot({ kernels, logger, metrics }: ServiceContext, queue: Queue): AppParts['boot'] {
  return async (request, requester, onEvent) => {
    const { status, environment } = kernels[request.variant]
    toolchainOf(status())
    const { signal } = requester
    await queue.run(async () => {
      const end = metrics.bootSeconds.startTimer({ variant: request.variant })
      const tell = (event: BootEvent): void => (noteLast(event, end), onEvent(event))
      await boot(environment(), { ...request, signal }, tell).catch((error) => refuse(error, logger))
    }, requester)
  }
}

function noteLast(event: BootEvent, end: (labels: { outcome: string }) => void): void {
  if (event.kind === 'finished') end({ outcome: event.verdict })
  else if (event.kind === 'rejected' || event.kind === 'stopped') end({ outcome: event.kind })
}

function toolchainOf(stage: StageStatus): string {
  if (stage.state !== 'ready') throw notReady(stage)
  return stage.toolchain
}

/** A machine that does not allow the sandbox is told of like one without a toolroom. */
function refuse(error: unknown, logger: Logger): never {
  if (!(error instanceof SandboxError)) throw error
  logger.error({ sandbox: error.message })
  throw notReady({ state: 'unavailable', ...explainSandboxError(error) })
}

/** The order of the files means nothing. */
function toQuestion({ target, language, action, files }: CompileRequest): unknown[] {
  return [target, language, action, Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))]
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
