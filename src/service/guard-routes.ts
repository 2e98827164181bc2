import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnv } from './app-env.ts'
import { compressAnswer } from './compress-answer.ts'
import { limitBody } from './limit-body.ts'
import { maxBodyBytes } from './request-limits.ts'
import { setRequester } from './set-requester.ts'

/** What holds for the routes at a path. */
export interface Guard {
  /** Sites that may use them besides our own: `*`, or several with commas; empty for none. */
  origins: string
  /** Proxies in front that are trusted to name the client. */
  trustProxy: number
  /** Refuses clients who ask too often. */
  rate: MiddlewareHandler<AppEnv>
}

/** Puts the limits before all routes at a path, also of what is not there: no route has to think of them, and none is exempt. */
export function guardRoutes(app: Hono<AppEnv>, path: string, { origins, trustProxy, rate }: Guard): void {
  if (origins !== '')
    app.use(path, cors({ origin: toOrigins(origins), exposeHeaders: ['Retry-After', 'X-Request-Id'] }))
  app.use(path, secure, compressAnswer(), limitBody(maxBodyBytes))
  app.use(path, setRequester(trustProxy), rate)
}

/** Reads a setting that names sites. */
export function toOrigins(setting: string): string | string[] {
  return setting.includes(',') ? setting.split(',').map((origin) => origin.trim()) : setting
}

/** Sets what is missing in place: with `c.header` the answer would be made again, each time by way of a web stream. */
async function secure(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  const { headers } = c.res
  headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  if (!isBodyHere(c)) headers.set('Connection', 'close')
}

/** False if the answer comes before the request has: the rest is not read, and no other can follow on the connection. */
function isBodyHere(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.complete ?? true
}
