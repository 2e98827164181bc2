import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes, routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { AppEnv } from './app-env.ts'
import type { Metrics } from './metrics.ts'

/** Writes one line into the log about each request, but nothing of its body, and counts it. */
export function requestLog(logger: Logger, metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const { status } = c.res
    metrics.requests.inc({ route: toRoute(c), status })
    const milliseconds = Math.round(performance.now() - started)
    const level = status >= 500 ? 'warn' : 'info'
    logger[level]({
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status,
      milliseconds,
    })
  }
}

/** A request that a limit refused has not come to its route, but counts as one to it. */
function toRoute(c: Context): string {
  return matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? routePath(c)
}
