import type { Socket } from 'node:net'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { WebSocket } from 'ws'

/** Reads no more from the WebSockets of a client than somebody types and pastes: what is beyond that waits on its own machine. */
export type InputLimit = (client: string, connection: { socket: WebSocket; stream: Socket }) => void

/** Makes the limit; it holds for all connections of a client together. One that goes on beyond it is ended. */
export function createInputLimit(): InputLimit {
  const limiter = new RateLimiterMemory({ points: mostBytes, duration: seconds })
  return (client, { socket, stream }) => {
    const pause = createPause(socket)
    const spend = (bytes: number): void => void limiter.consume(client, bytes).catch(pause)
    stream.on('data', (chunk: Buffer) => spend(chunk.length))
    for (const kind of ['message', 'ping', 'pong'] as const) socket.on(kind, () => spend(perMessage))
  }
}

/** A class behind one address, each with a program of 15 kB, opens its shells in so many seconds. */
const [mostBytes, seconds] = [512 * 1024, 4]

/** Bytes; to read a message takes as long as to read so many. */
const perMessage = 200

/** What is not read may have the end of the connection behind it: nobody would hear that the client has gone. */
const mostPauses = 3

/** Pauses a connection until more may be read; ends one that has to be paused again and again. */
function createPause(socket: WebSocket): (refusal: RateLimiterRes) => void {
  let inRow = 0
  let resumed = -Infinity
  const resume = (): void => {
    resumed = performance.now()
    socket.resume()
  }
  return ({ msBeforeNext }) => {
    if (socket.isPaused) return
    inRow = performance.now() - resumed < seconds * 1000 ? inRow + 1 : 1
    if (inRow > mostPauses) return socket.terminate()
    socket.pause()
    setTimeout(resume, msBeforeNext)
  }
}
