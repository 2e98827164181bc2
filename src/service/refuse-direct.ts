import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Logger } from 'pino'
import type { AppEnv } from './app-env.ts'
import { socketAddress } from './client-address.ts'
import { notThroughProxy } from './http-problem.ts'
import { isOnMetricsPort } from './routes/metrics.ts'

/**
 * Refuses with 403 who reaches the service past its proxies: only they may say, in X-Forwarded-For, whose request it is.
 * The routes of health checks are open to all.
 */
export function refuseDirect(proxies: string[], logger: Logger): MiddlewareHandler<AppEnv> {
  const networks = proxies.map(toNetwork)
  return (c, next) => {
    if (isForHealth(c) || isOnMetricsPort(c) || isFrom(c, networks)) return next()
    const refused = `${socketAddress(c)} is none of PROXY_ADDRESSES, and TRUST_PROXY is set`
    logger.warn({ requestId: c.get('requestId'), refused })
    throw notThroughProxy()
  }
}

type Network = ReturnType<typeof ipaddr.parseCIDR>

function toNetwork(text: string): Network {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

function isForHealth({ req }: Context): boolean {
  return req.path === '/healthz' || req.path === '/readyz'
}

function isFrom(c: Context, networks: Network[]): boolean {
  // Without a connection there is nobody to refuse: the app was called by a program.
  if (!c.env?.incoming) return true
  const address = socketAddress(c)
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return networks.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match([network, bits]))
}
