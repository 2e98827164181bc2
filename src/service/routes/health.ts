import type { ServiceApp } from '../app-env.ts'

/** Adds `GET /healthz` for load balancers, which no limit may refuse. */
export function addHealthRoute(app: ServiceApp): void {
  app.get('/healthz', (c) => c.text('ok\n'))
}
