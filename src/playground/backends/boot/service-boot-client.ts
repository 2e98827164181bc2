import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import { attempt } from '../attempt.ts'
import { failureOfEvent } from '../failure-of-event.ts'
import { loadSchemas } from '../read-json.ts'
import { outdated, unreachable } from '../request-failure.ts'
import { type Fetch, sendRequest } from '../send-request.ts'
import type { BootAnswer, BootClient } from './boot-client.ts'

/** Creates a client of the service at a base URL, such as `https://example.org`; empty for the site's own. */
export function createServiceBootClient(base = '', fetch?: Fetch): BootClient {
  return {
    async boot(request, onEvent, signal) {
      const response = await sendRequest({
        ...{ base, path: '/api/boot', body: request },
        ...{ stage: request.variant, signal, fetch },
      })
      if (!(response instanceof Response)) return { kind: 'no result', failure: response }
      const messages = toMessages(response)
      if (!messages) return { kind: 'no result', failure: unreachable }
      // Whatever ends the reading, what `onEvent` throws included, ends the boot as well.
      return readEvents({ messages, request, onEvent, signal }).finally(() =>
        messages.cancel().catch(() => {}),
      )
    },
  }
}

type Messages = ReadableStreamDefaultReader<EventSourceMessage>

/** Undefined for what is no event stream, such as the page of a static host. */
function toMessages({ headers, body }: Response): Messages | undefined {
  if (!headers.get('content-type')?.startsWith('text/event-stream')) return undefined
  return body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader()
}

interface EventReading {
  messages: Messages
  request: BootRequest
  onEvent: (event: BootEvent) => void
  signal: AbortSignal
}

async function readEvents({ messages, request, onEvent, signal }: EventReading): Promise<BootAnswer> {
  const schemas = await attempt(signal, loadSchemas)
  for (;;) {
    const message = await attempt(signal, () => messages.read())
    if (!message || message.done) return { kind: 'cut off' }
    const event = schemas?.BootEvent.safeParse(parseJson(message.value.data))
    if (!event?.success) return { kind: 'no result', failure: outdated }
    if (event.data.kind === 'failed')
      return { kind: 'no result', failure: failureOfEvent(event.data, request.variant) }
    onEvent(event.data)
    if (isLast(event.data)) return { kind: 'complete' }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isLast({ kind }: BootEvent): boolean {
  return kind === 'finished' || kind === 'rejected' || kind === 'stopped'
}
