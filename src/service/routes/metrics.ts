import type { Context } from 'hono'
import type { AppEnv, ServiceApp } from '../app-env.ts'
import type { Metrics } from '../metrics.ts'

/** What `GET /metrics` reads, and whether it is there on the port of the site too. */
export interface MetricsRouteParts {
  metrics: Metrics
  showsMetrics: boolean
}

/** Adds `GET /metrics` for Prometheus, which the public has no business with. */
export function addMetricsRoute(
  app: ServiceApp,
  { metrics: { registry }, showsMetrics }: MetricsRouteParts,
): void {
  app.get('/metrics', async (c) => {
    if (!showsMetrics && !isOnMetricsPort(c)) return c.notFound()
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
}

/** True if the request came to the port that only shows metrics. */
export function isOnMetricsPort(c: Context<AppEnv>): boolean {
  return c.env?.port === 'metrics'
}
