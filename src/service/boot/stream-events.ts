import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { BootEvent } from '#protocol/boot.ts'

/** Work that tells events until it is over or the signal fires. */
export type Telling = (onEvent: (event: BootEvent) => void, signal: AbortSignal) => Promise<void>

/**
 * Answers with what the work tells, as it tells it. If it fails before it has said more than that it begins, it throws,
 * so that this becomes an ordinary answer; later it breaks off with what `onFailure` has to tell. A client that goes away ends the work.
 */
export async function streamEvents(
  c: Context,
  work: Telling,
  onFailure: (error: Error, tell: (event: BootEvent) => Promise<void>) => unknown,
): Promise<Response> {
  const told = createMailbox()
  const gone = new AbortController()
  const leave = (): void => gone.abort()
  c.req.raw.signal.addEventListener('abort', leave)
  const done = work(told.put, gone.signal).finally(told.close)
  await Promise.race([done, told.hasNews])
  // nginx would gather the events before it passes them on.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    stream.onAbort(leave)
    for await (const event of told.events()) await send(stream, event)
    await done.catch((error: Error) =>
      gone.signal.aborted ? undefined : onFailure(error, (event) => send(stream, event)),
    )
  })
}

async function send(stream: SSEStreamingApi, event: BootEvent): Promise<void> {
  await stream.writeSSE({ event: event.kind, data: JSON.stringify(event) })
}

interface Mailbox {
  put(event: BootEvent): void
  close(): void
  /** Settles when there is more than the first event, or a moment after that. */
  hasNews: Promise<void>
  events(): AsyncGenerator<BootEvent>
}

/** Milliseconds in which a sandbox that the machine does not allow has failed. */
const moment = 150

function createMailbox(): Mailbox {
  const waiting: BootEvent[] = []
  let [count, closed] = [0, false]
  let wake = (): void => {}
  let tellNews = (): void => {}
  const hasNews = new Promise<void>((resolve) => (tellNews = resolve))
  return {
    hasNews,
    put(event) {
      waiting.push(event)
      count += 1
      if (count === 1) setTimeout(tellNews, moment)
      else tellNews()
      wake()
    },
    close() {
      closed = true
      wake()
    },
    async *events() {
      for (;;) {
        yield* waiting.splice(0)
        if (closed && waiting.length === 0) return
        if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
