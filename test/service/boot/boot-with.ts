import { EventSourceParserStream } from 'eventsource-parser/stream'
import { BootEvent, type BootRequest } from '#protocol/boot.ts'
import { post } from '../test-service.ts'

/** Boots through the service at the URL; fails unless there is a stream, whose events are told as they come. */
export async function bootWith(
  url: string,
  request: BootRequest,
  options: { signal?: AbortSignal; onEvent?: (event: BootEvent) => void } = {},
): Promise<BootEvent[]> {
  const response = await fetch(`${url}/api/boot`, post(request, options.signal))
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  const events: BootEvent[] = []
  const messages = response
    .body!.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
  for await (const { data } of messages) {
    const event = BootEvent.parse(JSON.parse(data))
    events.push(event)
    options.onEvent?.(event)
  }
  return events
}
