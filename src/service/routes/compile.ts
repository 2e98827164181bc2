import { createRoute } from '@hono/zod-openapi'
import { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { ServiceApp } from '../app-env.ts'
import type { Requester } from '../queue.ts'
import { validateProgram } from '../validate-program.ts'
import { jsonAnswer, jsonBody, problems, programProblems } from './describe-route.ts'

/** What `POST /api/compile` leads to. */
export interface CompileRouteParts {
  compile: (request: CompileRequest, requester: Requester) => Promise<CompileResult>
}

/** Adds `POST /api/compile`: checks, builds or lints a program. */
export function addCompileRoute(app: ServiceApp, { compile }: CompileRouteParts): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json')
    validateProgram(request)
    return c.json(await compile(request, c.get('requester')), 200)
  })
}

const route = createRoute({
  method: 'post',
  path: '/api/compile',
  summary: 'Check, build or lint a program',
  request: { body: jsonBody('CompileRequest', CompileRequest) },
  responses: {
    200: jsonAnswer('CompileResult', CompileResult, {
      description: 'What became of it; a program that is refused is a result as well',
    }),
    ...problems({ ...programProblems, 503: 'The compiler is being prepared, or there is none' }),
  },
})
