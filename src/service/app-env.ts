import type { OpenAPIHono } from '@hono/zod-openapi'
import type { RequestIdVariables } from 'hono/request-id'
import type { Requester } from './queue.ts'

/** What middleware leaves in the context of each request: its id, and under `/api/` who sent it. */
export interface AppEnv {
  Variables: RequestIdVariables & { requester: Requester }
}

/** The app to which each file in `routes/` adds its route. */
export type ServiceApp = OpenAPIHono<AppEnv>
