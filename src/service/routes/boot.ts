import { createRoute } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { ServiceApp } from '../app-env.ts'
import { streamEvents } from '../boot/stream-events.ts'
import { restarting } from '../http-problem.ts'
import type { Requester } from '../queue.ts'
import { toFailed } from '../to-failed.ts'
import { toProblem } from '../to-problem.ts'
import { validateProgram } from '../validate-program.ts'
import { jsonBody, named, problems, programProblems } from './describe-route.ts'

/** What `POST /api/boot` leads to, the log for a boot that fails after its answer has begun, and what ends all boots. */
export interface BootRouteParts {
  boot: (request: BootRequest, requester: Requester, onEvent: (event: BootEvent) => void) => Promise<void>
  logger: Logger
  /** Fires when the service restarts: each boot then has a last event. */
  closing: AbortSignal
}

/** Adds `POST /api/boot`: builds a driver, boots a kernel that loads it, and streams what happens. */
export function addBootRoute(app: ServiceApp, { boot, logger, closing }: BootRouteParts): void {
  app.openapi(route, (c) => {
    const request = c.req.valid('json')
    validateProgram({ target: 'kernel', ...request })
    const { client } = c.get('requester')
    return streamEvents(
      c,
      (onEvent, signal) =>
        boot(request, { client, signal: AbortSignal.any([signal, closing]) }, onEvent).catch(
          (error: unknown) => {
            throw closing.aborted ? restarting() : error
          },
        ),
      (error, tell) => tell(toFailed(toProblem(error, c, logger))),
    )
  })
}

const route = createRoute({
  method: 'post',
  path: '/api/boot',
  summary: 'Build a driver, boot a kernel that loads it, and tell what happens',
  request: { body: jsonBody('BootRequest', BootRequest) },
  responses: {
    200: {
      description: 'A stream of server-sent events; the `data` of each is a `BootEvent`',
      content: { 'text/event-stream': { schema: named('BootEvent', BootEvent) } },
    },
    ...problems({ ...programProblems, 503: 'The kernel is being built, or there is none' }),
  },
})
