import type { ServiceApp } from '../app-env.ts'
import type { CheckState } from '../health.ts'

/** What `GET /readyz` reads. */
export interface ReadyRouteParts {
  /** What each check came to when it was last run. */
  checks: () => Record<string, CheckState>
}

/** Adds `GET /readyz`: whether all that the service runs has worked when it was last tried; 503 if not, or not yet. */
export function addReadyRoute(app: ServiceApp, { checks }: ReadyRouteParts): void {
  app.get('/readyz', (c) => {
    const found = checks()
    const status = toStatus(Object.values(found))
    return c.json({ status, checks: found }, status === 'ready' ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
}

function toStatus(states: CheckState[]): 'ready' | 'starting' | 'degraded' {
  if (states.includes('failed')) return 'degraded'
  return states.includes('pending') ? 'starting' : 'ready'
}
