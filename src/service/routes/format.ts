import { createRoute } from '@hono/zod-openapi'
import { FormatRequest, FormatResult } from '#protocol/format.ts'
import type { ServiceApp } from '../app-env.ts'
import type { Requester } from '../queue.ts'
import { jsonAnswer, jsonBody, problems, programProblems } from './describe-route.ts'

/** What `POST /api/format` leads to. */
export interface FormatRouteParts {
  format: (request: FormatRequest, requester: Requester) => Promise<FormatResult>
}

/** Adds `POST /api/format`: lays out files of Rust and C. */
export function addFormatRoute(app: ServiceApp, { format }: FormatRouteParts): void {
  app.openapi(route, async (c) => c.json(await format(c.req.valid('json'), c.get('requester')), 200))
}

const route = createRoute({
  method: 'post',
  path: '/api/format',
  summary: 'Lay files out: Rust as rustfmt has it, C in the style of the kernel',
  request: { body: jsonBody('FormatRequest', FormatRequest) },
  responses: {
    200: jsonAnswer('FormatResult', FormatResult, {
      description: 'The files; one that can’t be read is a result as well',
    }),
    ...problems({ ...programProblems, 503: 'The formatters are being prepared, or there are none' }),
  },
})
