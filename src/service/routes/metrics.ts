import type { ServiceApp } from '../app-env.ts'
import type { Metrics } from '../metrics.ts'

/** What `GET /metrics` reads. */
export interface MetricsRouteParts {
  metrics: Metrics
}

/** Adds `GET /metrics` for Prometheus. */
export function addMetricsRoute(app: ServiceApp, { metrics: { registry } }: MetricsRouteParts): void {
  app.get('/metrics', async (c) =>
    c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
  )
}
