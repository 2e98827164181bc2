import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { byVariant } from '#protocol/variants.ts'
import { createService } from '#service/service.ts'
import { readSettings } from '#service/settings.ts'
import { startServer, type RunningServer } from '#service/start-server.ts'
import { createFakeSandbox } from '../service/fake-sandbox.ts'
import { createFakeKernel } from '../service/kernel/fake-kernel.ts'
import { openShell } from '../service/shell/shell-client.ts'

let server: RunningServer
const open: Socket[] = []

beforeAll(async () => {
  const service = createService({
    sandbox: createFakeSandbox(),
    userspace: () => ({ state: 'ready', toolchain: 'rustc' }),
    kernels: byVariant((variant) => createFakeKernel(variant)),
    settings: readSettings({}),
    logger: pino({ level: 'silent' }),
  })
  server = await startServer({ fetch: service.fetch, port: 0, host: '127.0.0.1', gracePeriod: 100 })
})
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()))
afterAll(() => server.close())

const fine = { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, rows: 24, columns: 80 } as const

async function connect(head: string[]): Promise<Socket> {
  const socket = createConnection(Number(new URL(server.url).port), '127.0.0.1')
  open.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write([...head, 'Host: 127.0.0.1', '', ''].join('\r\n'))
  return socket
}

const upgrade = ['GET /api/shell HTTP/1.1', 'Upgrade: websocket', 'Connection: Upgrade']
const version = ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13']

/** A client whose frames nothing has checked. */
async function openRaw(): Promise<Socket> {
  const socket = await connect([...upgrade, ...version])
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toContain('101 Switching')
  return socket
}

/** A frame with so little in it that its length has one byte; the mask is zero. */
function toFrame(kind: number, text: string, isLast = true): Buffer {
  const head = Buffer.from([(isLast ? 0x80 : 0) | kind, 0x80 | text.length, 0, 0, 0, 0])
  return Buffer.concat([head, Buffer.from(text)])
}

/** Writes the same again and again until the socket is closed. */
function floodWith(socket: Socket, piece: Buffer): void {
  if (socket.destroyed) return
  const again = (): void => floodWith(socket, piece)
  if (socket.write(piece)) setImmediate(again)
  else socket.once('drain', again)
}

const [continued, message, pong] = [0, 1, 10]

describe('whoever asks for another protocol', () => {
  it('is answered in this one, as by curl --http2', async () => {
    const socket = await connect(['GET /healthz HTTP/1.1', 'Connection: Upgrade', 'Upgrade: h2c'])
    const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(5000) })) as [Buffer]
    expect(answer.toString()).toContain('200 OK')
  })
})

describe('a WebSocket that floods', () => {
  const floods: Record<string, Buffer> = {
    'new sizes': toFrame(message, '{"kind":"size","rows":24,"columns":80}'),
    keys: toFrame(message, '{"kind":"type","text":"x"}'),
    'frames with nothing in them': toFrame(pong, ''),
  }

  it.each(Object.keys(floods))(
    'is read no faster than somebody types: %s',
    { timeout: 30_000 },
    async (kind) => {
      const socket = await openRaw()
      const piece = Buffer.concat(Array.from({ length: 5000 }, () => floods[kind]!))
      floodWith(socket, piece)
      const read = (): number => socket.bytesWritten - socket.writableLength
      // What the kernel holds for both sides is full by then.
      await sleep(2000)
      const before = read()
      await sleep(2000)
      expect(read() - before).toBeLessThan(2 * 1024 * 1024)
      expect((await fetch(new URL('/healthz', server.url))).status).toBe(200)
    },
  )

  it('is hung up on if it sends a message in very many parts', { timeout: 20_000 }, async () => {
    const socket = await openRaw()
    const closed = once(socket, 'close', { signal: AbortSignal.timeout(15_000) })
    socket.resume()
    socket.write(toFrame(message, 'x', false))
    socket.write(Buffer.concat(Array.from({ length: 1000 }, () => toFrame(continued, 'x', false))))
    await closed
  })
})

it('somebody who pastes 60 kB is read at once', async () => {
  const shell = await openShell(server.url, fine)
  for (let count = 0; count < 15; count += 1) shell.type('x'.repeat(4000))
  shell.send('{"kind": "boom"}')
  expect(await shell.closed).toBe(1008)
})
