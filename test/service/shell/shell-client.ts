import { WebSocket } from 'ws'
import type { ShellEvent, ShellInput, ShellRequest } from '#protocol/shell.ts'

/** A client of `/api/shell`, as a page is one. */
export interface ShellClient {
  events: ShellEvent[]
  /** All that the terminal was sent. */
  output(): string
  send(message: ShellInput | ShellRequest | string): void
  type(text: string): void
  /** Settles with the code when the connection is closed. */
  closed: Promise<number>
  close(): void
}

/** Connects; rejects with what the service answers if that is no WebSocket. */
export async function openShell(
  url: string,
  request?: ShellRequest,
  headers: Record<string, string> = {},
): Promise<ShellClient> {
  const socket = new WebSocket(new URL('/api/shell', url).href.replace('http', 'ws'), { headers })
  const events: ShellEvent[] = []
  socket.on('message', (data: Buffer) => events.push(JSON.parse(data.toString()) as ShellEvent))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const send: ShellClient['send'] = (message) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  if (request) send(request)
  return {
    events,
    output: () => events.map((event) => (event.kind === 'output' ? event.text : '')).join(''),
    send,
    type: (text) => send({ kind: 'type', text }),
    closed,
    close: () => socket.close(),
  }
}
