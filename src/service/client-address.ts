import { isIPv6 } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * The client's address; behind so many trusted proxies, the one that the outermost of them saw. Of IPv6 it is the
 * network: whoever has one address of it has all of them.
 */
export function clientAddress(c: Context, proxies: number): string {
  const hops = [...forwardedFor(c), socketAddress(c)]
  return toNetwork(hops.at(-1 - proxies) ?? hops[0]!)
}

function forwardedFor(c: Context): string[] {
  const header = c.req.header('x-forwarded-for')
  return header === undefined ? [] : header.split(',').map((address) => address.trim())
}

function socketAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.socket.remoteAddress ?? 'unknown'
}

function toNetwork(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? `${toGroups(address).slice(0, 4).join(':')}::/64` : address
}

/** The numbers of an IPv6 address, with those that `::` stands for. */
function toGroups(address: string): string[] {
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16).toString(16))
}
