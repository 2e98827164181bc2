import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** The client's address; behind so many trusted proxies, the one that the outermost of them saw. */
export function clientAddress(c: Context, proxies: number): string {
  const hops = [...forwardedFor(c), socketAddress(c)]
  return hops.at(-1 - proxies) ?? hops[0]!
}

function forwardedFor(c: Context): string[] {
  const header = c.req.header('x-forwarded-for')
  return header === undefined ? [] : header.split(',').map((address) => address.trim())
}

function socketAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.socket.remoteAddress ?? 'unknown'
}
