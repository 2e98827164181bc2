import type { ShellEvent, ShellInput, ShellRequest } from '#protocol/shell.ts'
import { attempt } from '../attempt.ts'
import { failureOfEvent } from '../failure-of-event.ts'
import { loadSchemas } from '../read-json.ts'
import type { Fetch } from '../send-request.ts'
import { outdated, type RequestFailure, unreachable } from '../request-failure.ts'

/** Something that gives shells in real kernels. */
export interface ShellClient {
  /** Hands on each event as it comes. When the signal fires, the shell is ended. */
  open(request: ShellRequest, onEvent: (event: ShellEvent) => void, signal: AbortSignal): ShellConnection
}

/** A shell that is being used. */
export interface ShellConnection {
  /** Does nothing unless it is connected. */
  send(input: ShellInput): void
  /** Rejects with `AbortError` if the signal fires, and for nothing else. */
  over: Promise<ShellAnswer>
}

/** What came of a shell: all events up to the last, a part of them, or why there is none. */
export type ShellAnswer =
  { kind: 'complete' } | { kind: 'cut off' } | { kind: 'no result'; failure: RequestFailure }

/** What reaches the service; a browser's own, unless another is given. */
export interface ShellNetwork {
  openSocket(url: URL): WebSocket
  fetch: Fetch
}

const ofBrowser: ShellNetwork = {
  openSocket: (url) => new WebSocket(url),
  fetch: (address, init) => fetch(address, init),
}

/** Creates a client of the service at a base URL, such as `https://example.org`; empty for the site's own. */
export function createServiceShellClient(base = '', network = ofBrowser): ShellClient {
  return {
    open(request, onEvent, signal) {
      const url = new URL(`${base}/api/shell`, base === '' ? location.href : undefined)
      url.protocol = url.protocol.replace('http', 'ws')
      const socket = network.openSocket(url)
      const send = (message: ShellInput | ShellRequest): void => {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
      }
      socket.addEventListener('open', () => send(request))
      return { send, over: follow(socket, { request, onEvent, signal, base, network }) }
    },
  }
}

interface Following {
  request: ShellRequest
  onEvent: (event: ShellEvent) => void
  signal: AbortSignal
  base: string
  network: ShellNetwork
}

async function follow(socket: WebSocket, following: Following): Promise<ShellAnswer> {
  const { signal } = following
  const leave = (): void => socket.close()
  signal.addEventListener('abort', leave)
  try {
    const answer = await readEvents(socket, following)
    signal.throwIfAborted()
    return answer === 'never open' ? { kind: 'no result', failure: await explain(following) } : answer
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

async function readEvents(
  socket: WebSocket,
  { request, onEvent }: Following,
): Promise<ShellAnswer | 'never open'> {
  const { promise: over, resolve } = Promise.withResolvers<ShellAnswer | 'never open'>()
  let isOpen = false
  let reading: Promise<unknown> = Promise.resolve()
  const take = async (data: unknown): Promise<void> => {
    const { ShellEvent } = await loadSchemas()
    const event = ShellEvent.safeParse(JSON.parse(String(data)))
    if (!event.success) return resolve({ kind: 'no result', failure: outdated })
    if (event.data.kind === 'failed')
      return resolve({ kind: 'no result', failure: failureOfEvent(event.data, request.variant) })
    onEvent(event.data)
    if (isLast(event.data)) resolve({ kind: 'complete' })
  }
  socket.addEventListener('open', () => (isOpen = true))
  socket.addEventListener('message', ({ data }) => {
    reading = reading.then(() => take(data)).catch(() => resolve({ kind: 'no result', failure: outdated }))
  })
  socket.addEventListener('close', () => {
    void reading.then(() => resolve(isOpen ? { kind: 'cut off' } : 'never open'))
  })
  return over
}

/** A browser does not tell why a connection was refused: a service that is there has been asked too often. */
async function explain({ base, signal, network }: Following): Promise<RequestFailure> {
  const status = await attempt(signal, () => network.fetch(`${base}/api/status`, { signal }))
  const isThere = status?.ok && status.headers.get('content-type')?.includes('json')
  return isThere ? { kind: 'busy', retryAfter: 10 } : unreachable
}

function isLast({ kind }: ShellEvent): boolean {
  return kind === 'rejected' || kind === 'ended'
}
