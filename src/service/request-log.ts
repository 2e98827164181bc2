import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { RequestIdVariables } from 'hono/request-id'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

/** Writes one line about each request and counts it; never what it contained. */
export function requestLog(
  logger: Logger,
  metrics: Metrics,
): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const route = routePath(c)
    const { status } = c.res
    metrics.requests.inc({ route, status })
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
