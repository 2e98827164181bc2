import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId, type RequestIdVariables } from 'hono/request-id'
import type { Logger } from 'pino'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Status } from '#protocol/status.ts'
import { streamEvents } from './boot/stream-events.ts'
import { clientAddress } from './client-address.ts'
import { notFound, tooLarge, wrongMethod } from './http-problem.ts'
import type { Metrics } from './metrics.ts'
import type { Requester } from './queue.ts'
import { rateLimit } from './rate-limit.ts'
import { requestLog } from './request-log.ts'
import { maxBodyBytes, refuseUnfit } from './request-limits.ts'
import { bootRoute, compileRoute, statusRoute } from './routes.ts'
import { addSite, pageNotFound } from './site.ts'
import { refuseInvalid, toProblem } from './to-problem.ts'

/** What the routes lead to. */
export interface AppParts {
  compile: (request: CompileRequest, requester: Requester) => Promise<CompileResult>
  boot: (request: BootRequest, requester: Requester, onEvent: (event: BootEvent) => void) => Promise<void>
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

function addApi(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  const { compile, boot, status, limits, corsOrigin } = parts
  const toClient = (c: Context): string => clientAddress(c, limits.trustProxy)
  const toAsker = (c: Context): Requester => ({ client: toClient(c), signal: c.req.raw.signal })
  const limited = rateLimit(limits.rateLimit, toClient)
  app.use('/api/*', cors({ origin: toOrigins(corsOrigin), exposeHeaders: ['Retry-After', 'X-Request-Id'] }))
  app.use('/api/*', secureApi, compress(), methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  const small = bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody })
  app.use('/api/compile', small, limited)
  app.use('/api/boot', small, limited)
  app.openapi(compileRoute, async (c) => {
    const request = c.req.valid('json')
    refuseUnfit(request)
    return c.json(await compile(request, toAsker(c)), 200)
  })
  app.openapi(bootRoute, async (c) => {
    const request = c.req.valid('json')
    refuseUnfit({ target: 'kernel', action: 'build', ...request })
    const { client } = toAsker(c)
    return streamEvents(
      c,
      (onEvent, signal) => boot(request, { client, signal }, onEvent),
      (error) => toProblem(error, c, parts.logger),
    )
  })
  app.openapi(statusRoute, (c) => c.json(status(), 200))
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'No Oops', version: '1' } })
}

function refuseMethod(_c: Context, methods: string[]): Response {
  return wrongMethod(methods).toResponse()
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

function refuseBody(): never {
  throw tooLarge(`A request may have ${maxBodyBytes} bytes.`)
}
