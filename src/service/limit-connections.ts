import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from './client-address.ts'

/** How many connections may be open at once. */
export interface ConnectionLimits {
  all: number
  /** Of one client; behind a proxy all are of one. */
  perClient: number
}

/**
 * Closes connections beyond the limits as soon as they come: each takes one of the process's descriptors, of which the
 * sandboxes need some, and may hold a whole request in memory.
 */
export function limitConnections(server: Server, { all, perClient }: ConnectionLimits): void {
  const open = new Map<string, number>()
  server.maxConnections = all
  server.on('connection', (socket: Socket) => {
    const client = networkOf(socket.remoteAddress ?? 'unknown')
    const count = (open.get(client) ?? 0) + 1
    open.set(client, count)
    socket.once('close', () => {
      const left = open.get(client)! - 1
      if (left > 0) open.set(client, left)
      else open.delete(client)
    })
    if (count > perClient) socket.destroy()
  })
}

/** A thousand, or half of the descriptors that this process may have. */
export function mostConnections(): number {
  const [, limit] = /^Max open files\s+(\d+)/m.exec(readLimits()) ?? []
  return Math.min(1000, Math.floor(Number(limit ?? Infinity) / 2))
}

/** Nothing where there is no Linux. */
function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return ''
  }
}
