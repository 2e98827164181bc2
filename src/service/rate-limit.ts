import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { AppEnv } from './app-env.ts'
import { tooManyRequests } from './http-problem.ts'

/** Refuses with 429 what a client sends beyond so many requests a minute; 0 lets all through. */
export function rateLimit(perMinute: number): MiddlewareHandler<AppEnv> {
  if (perMinute === 0) return (_, next) => next()
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (c, next) => {
    await limiter.consume(c.get('requester').client).catch(refuse)
    return next()
  }
}

function refuse(reason: unknown): never {
  if (reason instanceof RateLimiterRes)
    throw tooManyRequests(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
  throw reason
}
