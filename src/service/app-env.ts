import type { IncomingMessage } from 'node:http'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { RequestIdVariables } from 'hono/request-id'
import type { Requester } from './queue.ts'

/** What middleware leaves in the context of each request: its id, and under `/api/` who sent it. */
export interface AppEnv {
  /** `port` is set for what comes to the port of metrics. */
  Bindings: { incoming?: IncomingMessage; port?: 'metrics' }
  Variables: RequestIdVariables & { requester: Requester }
}

/** The app to which each file in `routes/` adds its route. */
export type ServiceApp = OpenAPIHono<AppEnv>
