import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import type { AppEnv, ServiceApp } from './app-env.ts'
import { notFound, tooLarge, wrongMethod } from './http-problem.ts'
import { rateLimit } from './rate-limit.ts'
import { refuseDirect } from './refuse-direct.ts'
import { requestLog } from './request-log.ts'
import { maxBodyBytes } from './request-limits.ts'
import { isOnMetricsPort } from './routes/metrics.ts'
import { addRoutes, type RouteParts } from './routes/routes.ts'
import { setRequester } from './set-requester.ts'
import { addSite, pageNotFound } from './site.ts'
import { toProblem } from './to-problem.ts'
import { validateRequest } from './validate-request.ts'

/** What the routes lead to, and what holds for all of them. */
export interface AppParts extends Omit<RouteParts, 'isAllowedOrigin'> {
  limits: RequestLimits
  /** Sites that may use the API besides our own: `*`, or several with commas; empty for none. */
  corsOrigin: string
  /** Folder of the built site, if it is served from here. */
  site?: string
}

/** How much a client may ask for, and who may say which client it is. */
export interface RequestLimits {
  /** Requests a minute and client; 0 for no limit. */
  rateLimit: number
  /** Boots a minute and client; 0 for no limit. */
  bootRateLimit: number
  /** Proxies in front that are trusted to name the client; with one or more, nobody else may reach the service. */
  trustProxy: number
  /** Addresses and networks that these proxies have. */
  proxyAddresses: string[]
}

/** Makes the service's app: a request becomes a call of one of the parts, and nothing is decided here. */
export function createApp(parts: AppParts): ServiceApp {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: validateRequest })
  app.use(requestId(), requestLog(parts.logger, parts.metrics))
  app.onError((error, c) => toProblem(error, c, parts.logger).toResponse())
  app.notFound((c) => toMissing(c, parts.site))
  app.use((c, next) =>
    isOnMetricsPort(c) && c.req.path !== '/metrics' ? Promise.resolve(c.notFound()) : next(),
  )
  if (parts.limits.trustProxy > 0) app.use(refuseDirect(parts.limits.proxyAddresses, parts.logger))
  guardApi(app, parts)
  const origins = [toOrigins(parts.corsOrigin)].flat()
  const isAllowedOrigin = (origin: string): boolean => origins.includes('*') || origins.includes(origin)
  addRoutes(app, { ...parts, isAllowedOrigin })
  if (parts.site !== undefined) addSite(app, parts.site)
  return app
}

/** Puts the limits before all of `/api/`, also of what is not there: no route has to think of them, and none is exempt. */
function guardApi(app: ServiceApp, { limits, corsOrigin }: AppParts): void {
  app.use('/api/*', cors({ origin: toOrigins(corsOrigin), exposeHeaders: ['Retry-After', 'X-Request-Id'] }))
  app.use('/api/*', secureApi, compress(), methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  app.use('/api/*', bodyLimit({ maxSize: maxBodyBytes, onError: refuseBody }))
  app.use('/api/*', setRequester(limits.trustProxy), rateLimit(limits.rateLimit))
  const bootRate = rateLimit(limits.bootRateLimit)
  app.use('/api/boot', bootRate)
  app.use('/api/shell', bootRate)
}

function toOrigins(setting: string): string | string[] {
  return setting.includes(',') ? setting.split(',').map((origin) => origin.trim()) : setting
}

async function secureApi(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  if (!isBodyHere(c)) c.header('Connection', 'close')
}

/** False if the answer comes before the request has: the rest is not read, and no other can follow on the connection. */
function isBodyHere(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.complete ?? true
}

function refuseMethod(_c: Context, methods: string[]): Response {
  return wrongMethod(methods).toResponse()
}

function refuseBody(): never {
  throw tooLarge(`A request may have ${maxBodyBytes} bytes.`)
}

function toMissing(c: Context, site: string | undefined): Response | Promise<Response> {
  if (site !== undefined && !c.req.path.startsWith('/api/')) return pageNotFound(c, site)
  return notFound(`${c.req.method} ${c.req.path}`).toResponse()
}
