import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'

/** Leaves in the context who sends a request, for the rate limit and the queues; `proxies` is how many are trusted. */
export function setRequester(proxies: number): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    c.set('requester', { client: clientAddress(c, proxies), signal: c.req.raw.signal })
    return next()
  }
}
