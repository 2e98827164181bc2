import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * Gives the address that a client is known by; behind so many trusted proxies, the one that the outermost of them saw. Of
 * IPv6 it is the /64 network: whoever has one address of it has all of them.
 */
export function clientAddress(c: Context, proxies: number): string {
  const hops = [...forwardedFor(c), socketAddress(c)]
  return networkOf(hops.at(-1 - proxies) ?? hops[0]!)
}

/** Gives the network that one client has for itself: of IPv6 the /64, of IPv4 the address. */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  const parsed = ipaddr.IPv6.parse(address)
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`
}

function forwardedFor(c: Context): string[] {
  const header = c.req.header('x-forwarded-for')
  return header === undefined ? [] : header.split(',').map((address) => address.trim())
}

/** Gives the address at the other end of the connection; «unknown» where there is none any more, or never was. */
export function socketAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.socket.remoteAddress ?? 'unknown'
}
