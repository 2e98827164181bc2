import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { tooLarge } from './http-problem.ts'

/**
 * Refuses with 413 a body of more bytes. Hono's own limit makes a web stream of each body, which takes longer than all else
 * that is done with a short request; here it counts only what comes without its length, and no server reads more than that.
 */
export function limitBody(bytes: number): MiddlewareHandler {
  const refuse = (): never => {
    throw tooLarge(`A request may have ${bytes} bytes.`)
  }
  const countBytes = bodyLimit({ maxSize: bytes, onError: refuse })
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next()
    const length =
      c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
    if (length === undefined) return await countBytes(c, next)
    return Number(length) > bytes ? refuse() : await next()
  }
}
