import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Explanation } from '#protocol/explanation.ts'
import type { StageStatus } from '#protocol/status.ts'
import { createApp, type AppEnv } from './app.ts'
import { createCache, type Found } from './cache.ts'
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
export function createService({ sandbox, userspace, settings, logger, site }: ServiceParts): OpenAPIHono<AppEnv> {
  const queue = createQueue({ concurrency: settings.JOBS, limit: settings.QUEUE_LIMIT })
  const cache = createCache<Answer>({
    bytes: settings.CACHE_MEGABYTES * 1024 * 1024,
    sizeOf: (answer) => JSON.stringify(answer).length,
    lifeOf,
  })
  const metrics = createMetrics({
    running: () => queue.running,
    waiting: () => queue.waiting,
    cacheBytes: () => cache.size,
  })

  async function answer<Kind extends Answer>(ask: Ask<Kind>, signal: AbortSignal): Promise<Found<Kind>> {
    const work = (signal: AbortSignal): Promise<Kind> => queue.run(() => ask.work(signal), signal)
    const found = await cache.get(toKey(ask.question), work, signal)
    metrics.answers.inc({ from: found.from })
    return found as Found<Kind>
  }

  return createApp({
    async compile(request, signal) {
      const started = performance.now()
      const toolchain = toolchainOf(userspace())
      const work = (signal: AbortSignal) =>
        timed(metrics, request, () => compile({ sandbox, toolchain }, request, signal))
      const found = await answer({ question: [toolchain, sorted(request)], work }, signal)
      return found.from === 'cache' ? toCached(found.value, started) : found.value
    },
    async explain(code, signal) {
      const toolchain = toolchainOf(userspace())
      const work = async (signal: AbortSignal) => ({ explanation: await explain(sandbox, code, signal) })
      const { value } = await answer({ question: [toolchain, 'explain', code], work }, signal)
      return value.explanation
    },
    status: () => ({ userspace: userspace() }),
    metrics,
    logger,
    limits: { rateLimit: settings.RATE_LIMIT, trustProxy: settings.TRUST_PROXY },
    corsOrigin: settings.CORS_ORIGIN,
    ...(site === undefined ? {} : { site }),
  })
}

type Answer = CompileResult | { explanation: Explanation | undefined }

interface Ask<Kind extends Answer> {
  question: unknown
  work: (signal: AbortSignal) => Promise<Kind>
}

function toolchainOf(stage: StageStatus): string {
  if (stage.state !== 'ready') throw notReady(stage)
  return stage.toolchain
}

/** The order of files in a request means nothing. */
function sorted({ files, ...rest }: CompileRequest): unknown {
  return [rest.target, rest.language, rest.action, Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))]
}

function toKey(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64')
}

/** Long enough that a crowd does not burn a core on one endless program, short because a busy machine may be to blame. */
const stoppedLife = 60_000

function lifeOf(answer: Answer): number | undefined {
  return 'outcome' in answer && answer.outcome === 'stopped' ? stoppedLife : undefined
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
