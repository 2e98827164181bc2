import { once } from 'node:events'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { streamEvents, type Telling } from '#service/boot/stream-events.ts'
import { startServer } from '#service/start-server.ts'

const building = { kind: 'building' } as const
const shown = { kind: 'console', text: '# insmod driver.ko\n' } as const
const stopped = { kind: 'stopped', reason: 'time' } as const

describe('a stream of events', () => {
  it('has them all, in order, as server-sent events', async () => {
    const response = await ask(async (onEvent) => [building, shown, stopped].forEach(onEvent))
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await readEvents(response)).toEqual([building, shown, stopped])
  })

  it('gives each of them at once', async () => {
    let goOn = (): void => {}
    const response = await ask(async (onEvent) => {
      onEvent(building)
      onEvent(shown)
      await new Promise<void>((resolve) => (goOn = resolve))
      onEvent(stopped)
    })
    const reader = response.body!.getReader()
    let text = ''
    while (!text.includes('insmod')) text += Buffer.from((await reader.read()).value!).toString()
    expect(text).not.toContain('stopped')
    goOn()
    while (!text.includes('stopped')) text += Buffer.from((await reader.read()).value!).toString()
  })

  it('begins also if nothing more happens for long', async () => {
    const response = await ask(async (onEvent, signal) => {
      onEvent(building)
      await once(signal, 'abort')
    })
    expect(Buffer.from((await response.body!.getReader().read()).value!).toString()).toContain('building')
  })

  it('does not begin for work that fails at its beginning', async () => {
    const failing = ask(async (onEvent) => {
      onEvent(building)
      throw new Error('no sandbox')
    })
    expect((await failing).status).toBe(500)
  })

  it('breaks off when the work fails later, and this is told', async () => {
    const failures: Error[] = []
    const response = await ask(
      async (onEvent) => {
        onEvent(building)
        onEvent(shown)
        await Promise.resolve()
        throw new Error('broken')
      },
      (error) => failures.push(error),
    )
    expect(await readEvents(response)).toEqual([building, shown])
    expect(failures.map(({ message }) => message)).toEqual(['broken'])
  })

  it('that nobody reads any more ends the work', async () => {
    let aborted = false
    const app = toApp(async (onEvent, signal) => {
      onEvent(building)
      onEvent(shown)
      await once(signal, 'abort')
      aborted = true
    })
    const server = await startServer({ fetch: app.fetch, port: 0, host: '127.0.0.1', gracePeriod: 100 })
    const client = new AbortController()
    const response = await fetch(server.url, { signal: client.signal })
    await response.body!.getReader().read()
    client.abort()
    await expect.poll(() => aborted).toBe(true)
    await server.close()
  })
})

function toApp(work: Telling, onFailure: (error: Error) => void = () => {}): Hono {
  const app = new Hono()
  app.onError((_error, c) => c.text('failed', 500))
  return app.get('/', (c) => streamEvents(c, work, onFailure))
}

async function ask(work: Telling, onFailure?: (error: Error) => void): Promise<Response> {
  return await toApp(work, onFailure).request('/')
}

async function readEvents(response: Response): Promise<BootEvent[]> {
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '))
  return lines.map((line) => JSON.parse(line.slice('data: '.length)) as BootEvent)
}
