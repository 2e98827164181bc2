import type { Socket } from 'node:net'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { WebSocket } from 'ws'

/** Reads no more from the WebSockets of a client than somebody types and pastes: what is beyond that waits on its own machine. */
export type InputLimit = (client: string, connection: { socket: WebSocket; stream: Socket }) => void

/** Makes the limit; it holds for all connections of a client together. */
export function createInputLimit(): InputLimit {
  const limiter = new RateLimiterMemory({ points: mostBytes, duration: seconds })
  return (client, { socket, stream }) => {
    const spend = (bytes: number): void =>
      void limiter.consume(client, bytes).catch((refusal: RateLimiterRes) => pause(socket, refusal))
    stream.on('data', (chunk: Buffer) => spend(chunk.length))
    for (const kind of ['message', 'ping', 'pong'] as const) socket.on(kind, () => spend(perMessage))
  }
}

/** A class behind one address, each with a program of 15 kB, opens its shells in so many seconds. */
const [mostBytes, seconds] = [512 * 1024, 4]

/** Bytes; to read a message takes as long as to read so many. */
const perMessage = 200

function pause(socket: WebSocket, { msBeforeNext }: RateLimiterRes): void {
  if (socket.isPaused) return
  socket.pause()
  setTimeout(() => socket.resume(), msBeforeNext)
}
