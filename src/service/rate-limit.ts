import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooManyRequests } from './http-problem.ts'

/** Lets through so many requests a minute and client; 0 lets all through. */
export function rateLimit(perMinute: number, toClient: (c: Context) => string): MiddlewareHandler {
  if (perMinute === 0) return (_, next) => next()
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (c, next) => {
    await limiter.consume(toClient(c)).catch(refuse)
    return next()
  }
}

function refuse(reason: unknown): never {
  if (reason instanceof RateLimiterRes)
    throw tooManyRequests(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
  throw reason
}
