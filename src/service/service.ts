import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Explanation } from '#protocol/explanation.ts'
import type { StageStatus } from '#protocol/status.ts'
import { createAnswerer, type Answerer } from './answers.ts'
import { createApp, type AppEnv, type AppParts } from './app.ts'
import { explainSandboxError } from './bubblewrap/check-sandbox.ts'
import { SandboxError } from './bubblewrap/sandbox-error.ts'
import { createCache, type Cache } from './cache.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'
import { notReady } from './http-problem.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createQueue } from './queue.ts'
import type { Sandbox } from './sandbox.ts'
import type { Settings } from './settings.ts'

/** What the service works with. */
export interface ServiceParts {
  /** Is asked only while the stage is ready. */
  sandbox: Sandbox
  /** How far the toolroom is, at the moment of asking. */
  userspace: () => StageStatus
  settings: Settings
  logger: Logger
  /** Folder of the built site, if it is served from here. */
  site?: string
}

/** The whole service as an app: routes before a cache, a queue and the sandbox. */
export function createService(parts: ServiceParts): OpenAPIHono<AppEnv> {
  const { userspace, settings, logger, site } = parts
  const queue = createQueue({ concurrency: settings.JOBS, limit: settings.QUEUE_LIMIT })
  const cache = createAnswerCache(settings)
  const metrics = createMetrics({
    running: () => queue.running,
    waiting: () => queue.waiting,
    cacheBytes: () => cache.size,
  })
  const bench = { ...parts, metrics, answer: createAnswerer(cache, queue) }
  return createApp({
    compile: toCompile(bench),
    explain: toExplain(bench),
    status: () => ({ userspace: userspace() }),
    metrics,
    logger,
    limits: { rateLimit: settings.RATE_LIMIT, trustProxy: settings.TRUST_PROXY },
    corsOrigin: settings.CORS_ORIGIN,
    ...(site === undefined ? {} : { site }),
  })
}

type Answer = CompileResult | { explanation: Explanation | undefined }

/** Measured: what an answer takes beyond its text; most answers are short. */
const entryBytes = 300

type Bench = ServiceParts & { metrics: Metrics; answer: Answerer<Answer> }

function createAnswerCache(settings: Settings): Cache<Answer> {
  return createCache({
    bytes: settings.CACHE_MEGABYTES * 1024 * 1024,
    sizeOf: (answer) => entryBytes + Buffer.byteLength(JSON.stringify(answer)),
    lifeOf: (answer) => ('outcome' in answer && answer.outcome === 'stopped' ? stoppedLife : undefined),
  })
}

/** Long enough that a crowd does not burn a core on one endless program, short because a busy machine may be to blame. */
const stoppedLife = 60_000

function toCompile({ sandbox, userspace, logger, metrics, answer }: Bench): AppParts['compile'] {
  return async (request, asker) => {
    const started = performance.now()
    const toolchain = toolchainOf(userspace())
    const work = (signal: AbortSignal) =>
      compile({ sandbox, toolchain }, request, signal).catch((error) => refuse(error, logger))
    const timedWork = (signal: AbortSignal) => timed(metrics, request, () => work(signal))
    const { value, from } = await answer(
      { question: [toolchain, ...toQuestion(request)], work: timedWork },
      asker,
    )
    metrics.answers.inc({ from })
    return from === 'cache' ? toCached(value, started) : value
  }
}

function toExplain({ sandbox, userspace, logger, answer }: Bench): AppParts['explain'] {
  return async (code, asker) => {
    const toolchain = toolchainOf(userspace())
    const work = async (signal: AbortSignal) => ({
      explanation: await explain(sandbox, code, signal).catch((error) => refuse(error, logger)),
    })
    return (await answer({ question: [toolchain, 'explain', code], work }, asker)).value.explanation
  }
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
