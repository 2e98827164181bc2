import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { limitConnections, mostConnections, type ConnectionLimits } from './limit-connections.ts'
import { maxBodyBytes } from './request-limits.ts'

/** A server that listens. */
export interface RunningServer {
  /** Such as `http://localhost:4321`. */
  url: string
  /** Takes no more requests, lets those under way end within the grace period, then cuts them off. */
  close: () => Promise<void>
}

export interface ServerOptions {
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch']
  /** 0 takes any free port. */
  port: number
  host: string
  /** Milliseconds that requests under way have to end when the server closes; 5000 if none are given. */
  gracePeriod?: number
  /** Connections that may be open at once; if none are given, as many as the process has descriptors for, of any client. */
  connections?: Partial<ConnectionLimits>
}

/** Starts a server; rejects with the system's error, such as EADDRINUSE, if it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { fetch, port, host, gracePeriod = 5000, connections } = options
  const sockets = new WebSocketServer({ noServer: true, ...ofMessages })
  const websocket = { server: sockets }
  const server = createAdaptorServer({ fetch, createServer, serverOptions: ofRequests, websocket }) as Server
  server.setTimeout(idleTimeout)
  const all = connections?.all ?? mostConnections()
  limitConnections(server, { all, perClient: connections?.perClient ?? all })
  server.listen(port, host)
  await once(server, 'listening')
  return { url: toUrl(server, host), close: () => close(server, sockets, gracePeriod) }
}

/** A body of our size is there within seconds; a client that takes longer is holding a connection open. */
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/** Who asks for another protocol than we have gets an answer in this one; else nobody would answer, or hang up. */
const ofRequests = {
  ...timeouts,
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
}

/** Browsers send a message whole. Who does not hang up in time is hung up on. */
const ofMessages = { maxPayload: maxBodyBytes, maxFragments: 64, closeTimeout: 5000 }

/** Milliseconds in which nothing comes or goes; a client that does not read an answer keeps it in our memory. */
const idleTimeout = 120_000

function toUrl(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  return `http://${isLocal ? 'localhost' : host}:${port}`
}

async function close(server: Server, sockets: WebSocketServer, gracePeriod: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A client keeps its connection when it has its answer; nothing more comes over it.
  const letGo = setInterval(() => server.closeIdleConnections(), 100)
  const cutOff = setTimeout(() => {
    server.closeAllConnections()
    // The server does not count them among its connections any more.
    sockets.clients.forEach((socket) => socket.terminate())
  }, gracePeriod)
  await closed
  clearInterval(letGo)
  clearTimeout(cutOff)
}
