import { WebSocket } from 'ws'
import type { ShellEvent, ShellRequest } from '#protocol/shell.ts'

/** A shell in a live kernel, to be timed. */
export interface TimedShell {
  /** Milliseconds from the connection to the first prompt, the build of the driver included. */
  milliseconds: number
  /** Types a letter, and deletes it again; milliseconds until it stands in the terminal. */
  echo(): Promise<number>
  close(): Promise<void>
}

/** Opens a shell and waits for its prompt; rejects if it ends before. */
export async function openShell(url: string, request: ShellRequest): Promise<TimedShell> {
  const started = performance.now()
  // The name localhost may first be tried as ::1, where nobody listens.
  const socket = new WebSocket(
    new URL('/api/shell', url.replace('localhost', '127.0.0.1').replace('http', 'ws')),
  )
  const terminal = followTerminal(socket)
  socket.once('open', () => socket.send(JSON.stringify(request)))
  const type = (text: string): void => socket.send(JSON.stringify({ kind: 'type', text }))
  await terminal.shows('# ')
  return {
    milliseconds: performance.now() - started,
    async echo() {
      const typed = performance.now()
      type('x')
      await terminal.shows('x')
      const milliseconds = performance.now() - typed
      type('\u007f')
      await terminal.shows('\b')
      return milliseconds
    },
    close: () => new Promise((resolve) => (socket.once('close', () => resolve()), socket.close())),
  }
}

function followTerminal(socket: WebSocket) {
  let text = ''
  let look = (): void => {}
  let fail: (error: Error) => void = () => {}
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString()) as ShellEvent
    if (event.kind === 'output') text += event.text
    look()
    if (event.kind === 'rejected' || event.kind === 'ended' || event.kind === 'failed')
      fail(new Error(`The service gives no shell, but says: ${JSON.stringify(event).slice(0, 500)}`))
  })
  socket.on('error', (error) => fail(error))
  return {
    /** Settles when this has been shown since the last call. */
    shows: (wanted: string): Promise<void> =>
      new Promise((resolve, reject) => {
        fail = reject
        look = () => {
          const at = text.indexOf(wanted)
          if (at < 0) return
          text = text.slice(at + wanted.length)
          resolve()
        }
        look()
      }),
  }
}
