import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { requestId, type RequestIdVariables } from 'hono/request-id'
import type { Logger } from 'pino'
import type { z, ZodError } from 'zod'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Explanation } from '#protocol/explanation.ts'
import type { Status } from '#protocol/status.ts'
import { clientAddress } from './client-address.ts'
import { badInput, busy, HttpProblem, internal, notFound, tooLarge, unsupportedMediaType } from './http-problem.ts'
import type { Metrics } from './metrics.ts'
import { QueueFull } from './queue.ts'
import { rateLimit } from './rate-limit.ts'
import { requestLog } from './request-log.ts'
import { maxBodyBytes, refuseUnfit } from './request-limits.ts'
import { compileRoute, explainRoute, statusRoute } from './routes.ts'
import { addSite, pageNotFound } from './site.ts'

/** What the routes lead to. */
export interface AppParts {
  compile: (request: CompileRequest, signal: AbortSignal) => Promise<CompileResult>
  explain: (code: string, signal: AbortSignal) => Promise<Explanation | undefined>
  status: () => Status
  metrics: Metrics
  logger: Logger
  limits: { rateLimit: number; trustProxy: number }
  corsOrigin: string
  /** Folder of the built site, if it is served from here. */
  site?: string
}

export type AppEnv = { Variables: RequestIdVariables }

/** The service's routes; a request becomes a call of one of the parts, and nothing is decided here. */
export function createApp(parts: AppParts): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  app.use(requestId(), requestLog(parts.logger, parts.metrics))
  app.onError((error, c) => toProblem(error, c, parts.logger).toResponse())
  app.notFound((c) => toMissing(c, parts.site))
  addApi(app, parts)
  addUpkeep(app, parts)
  if (parts.site !== undefined) addSite(app, parts.site)
  return app
}

function addApi(app: OpenAPIHono<AppEnv>, { compile, explain, status, limits, corsOrigin }: AppParts): void {
  const limited = rateLimit(limits.rateLimit, (c) => clientAddress(c, limits.trustProxy))
  app.use('/api/*', cors({ origin: toOrigins(corsOrigin), exposeHeaders: ['Retry-After', 'X-Request-Id'] }))
  app.use('/api/*', secureApi)
  app.use('/api/compile', bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody }), limited)
  app.use('/api/explain/*', limited)
  app.openapi(compileRoute, async (c) => {
    const request = c.req.valid('json')
    refuseUnfit(request)
    return c.json(await compile(request, c.req.raw.signal), 200)
  })
  app.openapi(explainRoute, async (c) => {
    const { code } = c.req.valid('param')
    const explanation = await explain(code, c.req.raw.signal)
    if (!explanation) throw notFound(`rustc has no explanation of ${code}`)
    return c.json(explanation, 200, { 'Cache-Control': 'public, max-age=86400' })
  })
  app.openapi(statusRoute, (c) => c.json(status(), 200))
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'No Oops', version: '1' } })
}

function toMissing(c: Context, site: string | undefined): Response | Promise<Response> {
  if (site !== undefined && !c.req.path.startsWith('/api/')) return pageNotFound(c, site)
  return notFound(`${c.req.method} ${c.req.path}`).toResponse()
}

/** For those who keep the service alive. */
function addUpkeep(app: OpenAPIHono<AppEnv>, { metrics }: AppParts): void {
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/metrics', async (c) =>
    c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
  )
}

async function secureApi(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

function toOrigins(setting: string): string | string[] {
  return setting.includes(',') ? setting.split(',').map((origin) => origin.trim()) : setting
}

type Checked = { success: true } | { success: false; error: ZodError }

function refuseInvalid(result: Checked): void {
  if (!result.success) throw badInput(result.error.issues.map(toFlaw))
}

function toFlaw(issue: z.core.$ZodIssue): { field: string; message: string } {
  const cause = issue.code === 'invalid_key' ? issue.issues[0] : undefined
  return { field: issue.path.map(String).join('.') || 'body', message: cause?.message ?? issue.message }
}

function refuseBody(): never {
  throw tooLarge(`A request may have ${maxBodyBytes} bytes.`)
}

function toProblem(error: Error, c: Context<AppEnv>, logger: Logger): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof QueueFull) return busy(error.retryAfter)
  if (error instanceof HTTPException) return unreadable(error)
  if (c.req.raw.signal.aborted) return clientGone
  logger.error({ requestId: c.get('requestId'), error: { name: error.name, stack: error.stack } })
  return internal(c.get('requestId'))
}

function unreadable({ status, message }: HTTPException): HttpProblem {
  if (status === 415) return unsupportedMediaType()
  return badInput([{ field: 'body', message }])
}

/** Nobody reads it; the number is the one that proxies write into their logs. */
const clientGone = new HttpProblem({ name: 'client-gone', title: 'The client has gone', status: 499 })
