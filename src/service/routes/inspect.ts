import { createRoute } from '@hono/zod-openapi'
import { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import type { ServiceApp } from '../app-env.ts'
import type { Requester } from '../queue.ts'
import { validateProgram } from '../validate-program.ts'
import { jsonAnswer, jsonBody, problems, programProblems } from './describe-route.ts'

/** What `POST /api/inspect` leads to. */
export interface InspectRouteParts {
  inspect: (request: InspectRequest, requester: Requester) => Promise<InspectResult>
}

/** Adds `POST /api/inspect`: builds a module and tells what it is made of. */
export function addInspectRoute(app: ServiceApp, { inspect }: InspectRouteParts): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json')
    validateProgram({ target: 'kernel', ...request })
    return c.json(await inspect(request, c.get('requester')), 200)
  })
}

const route = createRoute({
  method: 'post',
  path: '/api/inspect',
  summary: 'Build a module and tell the sizes of its functions',
  request: { body: jsonBody('InspectRequest', InspectRequest) },
  responses: {
    200: jsonAnswer('InspectResult', InspectResult, { description: 'What the module is made of' }),
    ...problems({ ...programProblems, 503: 'The kernel is being built, or there is none' }),
  },
})
