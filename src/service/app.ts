import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import type { AppEnv, ServiceApp } from './app-env.ts'
import { guardRoutes, toOrigins } from './guard-routes.ts'
import { createGuestRoutes, type GuestRouteParts } from './guests/guest-routes.ts'
import { notFound, wrongMethod } from './http-problem.ts'
import { rateLimit } from './rate-limit.ts'
import { refuseDirect } from './refuse-direct.ts'
import { requestLog } from './request-log.ts'
import { isOnMetricsPort } from './routes/metrics.ts'
import { addRoutes, type RouteParts } from './routes/routes.ts'
import { addSite, pageNotFound, type ServedSite } from './site.ts'
import { toProblem } from './to-problem.ts'
import { validateRequest } from './validate-request.ts'

/** What the routes lead to, and what holds for all of them. */
export interface AppParts extends Omit<RouteParts, 'isAllowedOrigin'> {
  limits: RequestLimits
  /** Sites that may use the API besides our own: `*`, or several with commas; empty for none. */
  corsOrigin: string
  /** Who reads other courses, if they are served too. */
  guests?: Omit<GuestRouteParts, 'trustProxy' | 'logger'>
  /** The built site, if it is served from here. */
  site?: ServedSite
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
  app.use(requestId(), answerWithId, requestLog(parts.logger, parts.metrics))
  app.onError((error, c) => toProblem(error, c, parts.logger).toResponse())
  app.notFound((c) => toMissing(c, parts.site?.folder))
  app.use((c, next) =>
    isOnMetricsPort(c) && c.req.path !== '/metrics' ? Promise.resolve(c.notFound()) : next(),
  )
  if (parts.limits.trustProxy > 0) app.use(refuseDirect(parts.limits.proxyAddresses, parts.logger))
  guardApi(app, parts)
  const origins = [toOrigins(parts.corsOrigin)].flat()
  const isAllowedOrigin = (origin: string): boolean => origins.includes('*') || origins.includes(origin)
  addRoutes(app, { ...parts, isAllowedOrigin })
  addGuests(app, parts)
  if (parts.site !== undefined) addSite(app, parts.site)
  return app
}

/** Hono gives the id to answers that it makes itself; a problem is one of ours. */
async function answerWithId(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  await next()
  c.res.headers.set('X-Request-Id', c.get('requestId'))
}

/** Puts the limits before all of `/api/`, and before what any page may ask. */
function guardApi(app: ServiceApp, { limits, corsOrigin }: AppParts): void {
  const guard = { trustProxy: limits.trustProxy, rate: rateLimit(limits.rateLimit) }
  guardRoutes(app, '/api/*', { ...guard, origins: corsOrigin })
  guardRoutes(app, '/oembed.json', { ...guard, origins: '*' })
  app.use('/api/*', methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }))
  const bootRate = rateLimit(limits.bootRateLimit)
  app.use('/api/boot', bootRate)
  app.use('/api/shell', bootRate)
}

function addGuests(app: ServiceApp, { guests, limits, logger }: AppParts): void {
  if (!guests) return
  app.route('/', createGuestRoutes({ ...guests, logger, trustProxy: limits.trustProxy }))
}

function refuseMethod(_c: Context, methods: string[]): Response {
  return wrongMethod(methods).toResponse()
}

function toMissing(c: Context, site: string | undefined): Response | Promise<Response> {
  if (site !== undefined && !c.req.path.startsWith('/api/')) return pageNotFound(c, site)
  return notFound(`${c.req.method} ${c.req.path}`).toResponse()
}
