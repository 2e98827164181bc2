import { createRoute } from '@hono/zod-openapi'
import { TraceRequest, TraceResult } from '#protocol/trace.ts'
import type { ServiceApp } from '../app-env.ts'
import type { Requester } from '../queue.ts'
import { validateProgram } from '../validate-program.ts'
import { jsonAnswer, jsonBody, problems, programProblems } from './describe-route.ts'

/** What `POST /api/trace` leads to. */
export interface TraceRouteParts {
  trace: (request: TraceRequest, requester: Requester) => Promise<TraceResult>
}

/** Adds `POST /api/trace`: tells at which lines a program died that ran in a browser. */
export function addTraceRoute(app: ServiceApp, { trace }: TraceRouteParts): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json')
    validateProgram({ target: 'userspace', language: 'rust', files: request.files })
    return c.json(await trace(request, c.get('requester')), 200)
  })
}

const route = createRoute({
  method: 'post',
  path: '/api/trace',
  summary: 'Tell at which lines a userspace program was when it died in a browser',
  request: { body: jsonBody('TraceRequest', TraceRequest) },
  responses: {
    200: jsonAnswer('TraceResult', TraceResult, { description: 'The places, innermost first' }),
    ...problems({ ...programProblems, 503: 'The compiler is being prepared, or there is none' }),
  },
})
