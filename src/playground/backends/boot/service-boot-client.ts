import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { BootEvent } from '#protocol/boot.ts'
import { sendRequest, attempt, type ServiceRequest, unreachable } from '../send-request.ts'
import type { BootAnswer, BootClient } from './boot-client.ts'

/** The kernels of the service at a base URL, such as `https://example.org` or nothing for the site's own. */
export function createServiceBootClient(base = ''): BootClient {
  return {
    async boot(request, onEvent, signal) {
      const posted: ServiceRequest = { base, path: '/api/boot', body: request, stage: request.variant, signal }
      const answer = await sendRequest(posted)
      if (!(answer instanceof Response)) return { kind: 'no result', answer }
      if (!answer.body || !isEventStream(answer)) return { kind: 'no result', answer: unreachable }
      return readEvents(answer.body, onEvent, signal)
    },
  }
}

/** What `onEvent` throws ends the boot and is thrown on; a connection that breaks is no error. */
async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onEvent: (event: BootEvent) => void,
  signal: AbortSignal,
): Promise<BootAnswer> {
  const messages = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  try {
    for (;;) {
      const next = await attempt(signal, () => messages.read())
      if (!next || next.done) return { kind: 'cut off' }
      const event = JSON.parse(next.value.data) as BootEvent
      onEvent(event)
      if (isLast(event)) return { kind: 'told' }
    }
  } finally {
    await messages.cancel().catch(() => {})
  }
}

function isLast({ kind }: BootEvent): boolean {
  return kind === 'finished' || kind === 'rejected' || kind === 'stopped'
}

function isEventStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
}
