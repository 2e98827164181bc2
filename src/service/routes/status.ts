import { createRoute } from '@hono/zod-openapi'
import { Status } from '#protocol/status.ts'
import type { ServiceApp } from '../app-env.ts'
import { jsonAnswer, problems } from './describe-route.ts'

/** What `GET /api/status` leads to. */
export interface StatusRouteParts {
  status: () => Status
}

/** Adds `GET /api/status`, which pages ask for when the service has told them that something is not ready. */
export function addStatusRoute(app: ServiceApp, { status }: StatusRouteParts): void {
  app.openapi(route, (c) => c.json(status(), 200))
}

const route = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'What is ready, and how far the rest is',
  responses: {
    200: jsonAnswer('Status', Status, { description: 'The state of each stage' }),
    ...problems({ 429: 'Too many requests; `Retry-After` says when to come again' }),
  },
})
