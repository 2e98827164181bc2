import type { ServiceApp } from '../app-env.ts'

/** Adds `GET /api/openapi.json`, which describes all routes that have a schema. */
export function addOpenApiRoute(app: ServiceApp): void {
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'No Oops', version: '1' } })
}
