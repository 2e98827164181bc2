import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

/** A server that listens. */
export interface RunningServer {
  url: string
  /** Takes no more requests, lets those under way end for some seconds, then cuts them off. */
  close: () => Promise<void>
}

export interface ServerOptions {
  fetch: Parameters<typeof getRequestListener>[0]
  /** 0 takes any free port. */
  port: number
  host: string
  /** Milliseconds that requests under way have when it closes. */
  patience?: number
}

/** Listens; rejects with the system's error, such as EADDRINUSE, if it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { fetch, port, host, patience = 5000 } = options
  const listener = getRequestListener(fetch)
  const server = createServer({ ...timeouts }, (request, response) => {
    void listener(request, response)
  })
  server.setTimeout(silence)
  server.listen(port, host)
  await once(server, 'listening')
  return { url: toUrl(server, host), close: () => close(server, patience) }
}

/** A body of our size is there within seconds; who takes longer is holding a connection open. */
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/** Milliseconds in which nothing comes or goes; who does not read an answer keeps it in our memory. */
const silence = 120_000

function toUrl(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  return `http://${isLocal ? 'localhost' : host}:${port}`
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cutOff = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(cutOff)
}
