import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { BootClient } from '#playground/backends/boot/boot-client.ts'
import { createRecordedBootClient } from '#playground/backends/boot/recorded-boot-client.ts'
import { createServiceBootClient } from '#playground/backends/boot/service-boot-client.ts'
import { withRecording } from '#playground/backends/boot/with-recording.ts'
import { driverExercise, events } from '../driver-exercise.ts'

const request: BootRequest = {
  language: 'c',
  variant: 'kasan',
  files: { 'driver.c': driverExercise.driver },
  script: 'insmod driver.ko\nrmmod driver',
}

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())))

/** The kernel of a service that answers so. */
async function serviceThat(answers: RequestListener): Promise<BootClient> {
  const server = createServer(answers).listen(0)
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return createServiceBootClient(`http://localhost:${(server.address() as AddressInfo).port}`)
}

/** Sends text as an event stream in pieces that are cut anywhere. */
const streams =
  (text: string, pieceLength = 7): RequestListener =>
  async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const bytes = Buffer.from(text)
    for (let from = 0; from < bytes.length; from += pieceLength) {
      response.write(bytes.subarray(from, from + pieceLength))
      await new Promise((resolve) => setImmediate(resolve))
    }
    response.end()
  }

const toStream = (events: BootEvent[]) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')

const refuses =
  (status: number, headers = {}): RequestListener =>
  (request, response) => {
    if (request.url === '/api/status') {
      const preparing = { state: 'preparing', percent: 43, step: 'compiling', secondsLeft: 260 }
      const body = { userspace: { state: 'ready', toolchain: 'rustc 1.85.1' }, kasan: preparing }
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    response.end(JSON.stringify({ type: 'about:blank', title: 'No', status }))
  }

async function boot(bootClient: BootClient, asked = request) {
  const received: BootEvent[] = []
  const booted = await bootClient.boot(asked, (event) => received.push(event), new AbortController().signal)
  return { booted, received }
}

describe.each([
  ['of the service', () => serviceThat(streams(toStream(events)))],
  ['that was recorded', async () => createRecordedBootClient(driverExercise)],
])('a kernel %s', (_, create) => {
  it('tells all events in their order', async () => {
    const { booted, received } = await boot(await create())
    expect(received).toEqual(events)
    expect(booted.kind).toBe('complete')
  })

  it('ends with AbortError, and only so, when the reader stops it', async () => {
    const bootClient = await create()
    await expect(bootClient.boot(request, () => {}, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('the kernel of the service', () => {
  it('takes characters and lines that are cut between two pieces for whole', async () => {
    const written: BootEvent[] = [
      { kind: 'console', text: 'überhitzt ✗\n' },
      { kind: 'stopped', reason: 'time' },
    ]
    const { received } = await boot(await serviceThat(streams(toStream(written), 1)))
    expect(received).toEqual(written)
  })

  it('hears nothing in the comments that keep a connection open', async () => {
    const text = `: still there\r\n\r\nevent: boot\r\ndata: {"kind":"building"}\r\n\r\n${toStream(events)}`
    expect((await boot(await serviceThat(streams(text)))).received).toEqual([{ kind: 'building' }, ...events])
  })

  it('says that it was cut off where the stream ends before the boot', async () => {
    const { booted, received } = await boot(await serviceThat(streams(toStream(events.slice(0, 2)))))
    expect(received).toHaveLength(2)
    expect(booted).toEqual({ kind: 'cut off' })
  })

  it('says that the service failed, which is not the driver’s fault', async () => {
    const problem = { type: 'about:blank', title: 'The kernel does not start', status: 503 }
    const failed: BootEvent = { kind: 'failed', problem }
    expect((await boot(await serviceThat(streams(toStream([events[0]!, failed]))))).booted).toMatchObject({
      kind: 'no result',
      failure: { kind: 'unavailable', reason: 'The kernel does not start' },
    })
  })

  it('is worth another attempt where the service restarts', async () => {
    const problem = { type: 'about:blank', title: 'The service restarts', status: 503 }
    const failed: BootEvent = { kind: 'failed', problem, retryAfter: 5 }
    expect((await boot(await serviceThat(streams(toStream([failed]))))).booted).toEqual({
      kind: 'no result',
      failure: { kind: 'busy', retryAfter: 5 },
    })
  })

  it('hangs up when the reader stops it in the middle', async () => {
    let gone = () => {}
    const hungUp = new Promise<void>((resolve) => (gone = resolve))
    const bootClient = await serviceThat((_, response) => {
      response.on('close', gone)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(toStream(events.slice(0, 1)))
    })
    const stop = new AbortController()
    const booting = bootClient.boot(request, () => stop.abort(), stop.signal)
    await expect(booting).rejects.toMatchObject({ name: 'AbortError' })
    await hungUp
  })

  it.each([
    ['is of a kind that it does not know', '{"kind":"snapshot","bytes":512}'],
    ['is not JSON', 'finished'],
  ])('says that the page is older than the service where an event %s', async (_, event) => {
    const text = `${toStream(events.slice(0, 1))}data: ${event}\n\n${toStream(events.slice(1))}`
    const { booted, received } = await boot(await serviceThat(streams(text)))
    expect(received).toEqual(events.slice(0, 1))
    expect(booted).toEqual({ kind: 'no result', failure: { kind: 'outdated' } })
  })

  it('overlooks fields that a later service may add to an event', async () => {
    const last = { kind: 'stopped', reason: 'time' }
    const text = `data: ${JSON.stringify({ ...last, seconds: 20 })}\n\n`
    expect((await boot(await serviceThat(streams(text)))).received).toEqual([last])
  })

  it('passes on what the listener of its events throws, and hangs up', async () => {
    let gone = () => {}
    const hungUp = new Promise<void>((resolve) => (gone = resolve))
    const bootClient = await serviceThat((_, response) => {
      response.on('close', gone)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(toStream(events.slice(0, 1)))
    })
    const fails = () => {
      throw new TypeError('a bug of the page')
    }
    const booting = bootClient.boot(request, fails, new AbortController().signal)
    await expect(booting).rejects.toThrow('a bug of the page')
    await hungUp
  })

  it('tells how far the kernel is that is being built', async () => {
    const { booted } = await boot(await serviceThat(refuses(503, { 'retry-after': '4' })))
    expect(booted).toEqual({
      kind: 'no result',
      failure: {
        kind: 'preparing',
        stage: 'kasan',
        percent: 43,
        step: 'compiling',
        secondsLeft: 260,
        retryAfter: 4,
      },
    })
  })

  it('tells that nobody answers, or a static host does', async () => {
    const page: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
    for (const bootClient of [createServiceBootClient('http://localhost:1'), await serviceThat(page)]) {
      expect((await boot(bootClient)).booted).toMatchObject({ failure: { kind: 'unreachable' } })
    }
  })
})

describe('a recorded kernel', () => {
  it.each([
    ['driver', { files: { 'driver.c': 'int x;' } }],
    ['script', { script: 'insmod driver.ko' }],
    ['variant', { variant: 'lockdep' as const }],
  ])('knows nothing of another %s', async (_, changed) => {
    const { booted } = await boot(createRecordedBootClient(driverExercise), { ...request, ...changed })
    expect(booted).toMatchObject({ kind: 'no result' })
  })

  it('is not needed to know that a start which rustc refuses is refused', async () => {
    const asked = { ...request, language: 'rust', files: driverExercise.start } as const
    const { booted, received } = await boot(createRecordedBootClient(driverExercise), asked)
    expect(received).toEqual([{ kind: 'rejected', toolchain: 'rustc 1.85.1, Linux 7.3.4', diagnostics: [] }])
    expect(booted).toMatchObject({ kind: 'complete', recorded: { kernel: 'Linux 7.3.4' } })
  })

  it('knows the solution under the commands of the lesson, too, if that was recorded', async () => {
    const asked = { ...request, language: 'rust', files: driverExercise.solution } as const
    const run = { kernel: 'Linux 7.3.4', events: events.slice(0, 2) }
    const { recorded } = driverExercise
    const withRun = { ...driverExercise, recorded: { ...recorded!, boots: { ...recorded!.boots, run } } }
    expect((await boot(createRecordedBootClient(driverExercise), asked)).booted.kind).toBe('no result')
    expect((await boot(createRecordedBootClient(withRun), asked)).received).toEqual(run.events)
  })

  it('stands in where the service has none, and says why', async () => {
    const bootClient = withRecording(
      await serviceThat(refuses(503)),
      createRecordedBootClient(driverExercise),
    )
    const { booted, received } = await boot(bootClient)
    expect(received).toEqual(events)
    expect(booted).toMatchObject({
      recorded: { kernel: expect.stringMatching(/KASAN/), because: { kind: 'preparing' } },
    })
  })

  it('does not stand in in the middle of a boot whose events the page does not know', async () => {
    const text = `${toStream(events.slice(0, 1))}data: {"kind":"snapshot"}\n\n`
    const bootClient = withRecording(
      await serviceThat(streams(text)),
      createRecordedBootClient(driverExercise),
    )
    const { booted, received } = await boot(bootClient)
    expect(received).toEqual(events.slice(0, 1))
    expect(booted).toMatchObject({ failure: { kind: 'outdated' } })
  })

  it('does not stand in where the queue is full', async () => {
    const bootClient = withRecording(
      await serviceThat(refuses(429)),
      createRecordedBootClient(driverExercise),
    )
    expect((await boot(bootClient)).booted).toMatchObject({ failure: { kind: 'busy' } })
  })
})
