import { afterAll, beforeAll, expect, it } from 'vitest'
import { createService } from '#service/service.ts'
import { readSettings } from '#service/settings.ts'
import { startServer, type RunningServer } from '#service/start-server.ts'
import { pino } from 'pino'
import { byVariant } from '#protocol/variants.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'
import { createFakeKernel } from '../kernel/fake-kernel.ts'
import { openShell } from './shell-client.ts'

let server: RunningServer
const closing = new AbortController()
const fine = { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, rows: 24, columns: 80 } as const

beforeAll(async () => {
  const service = createService({
    sandbox: createFakeSandbox(),
    userspace: () => ({ state: 'ready', toolchain: 'rustc' }),
    kernels: byVariant((variant) => createFakeKernel(variant)),
    settings: readSettings({ CORS_ORIGIN: 'https://friend.example' }),
    logger: pino({ level: 'silent' }),
    closing: closing.signal,
  })
  server = await startServer({ fetch: service.fetch, port: 0, host: '127.0.0.1', gracePeriod: 100 })
})
afterAll(() => server.close())

it('refuses who asks without a WebSocket', async () => {
  const answer = await fetch(new URL('/api/shell', server.url))
  expect([answer.status, await answer.json()]).toMatchObject([426, { title: 'A WebSocket is needed' }])
})

it('refuses pages of other sites, but not our own and those that are allowed', async () => {
  await expect(openShell(server.url, fine, { origin: 'https://evil.example' })).rejects.toThrow('403')
  await expect(openShell(server.url, fine, { origin: 'null' })).rejects.toThrow('403')
  for (const origin of ['https://friend.example', new URL(server.url).origin]) {
    const shell = await openShell(server.url, fine, { origin })
    await expect.poll(() => shell.events).toEqual([{ kind: 'building' }])
    shell.close()
  }
})

it.each([
  ['no JSON', '{', 'not JSON'],
  ['no request', '{"kind": "type"}', 'Invalid'],
  ['a program without its root', JSON.stringify({ ...fine, files: {} }), 'driver.c is missing'],
  ['a size that no terminal has', JSON.stringify({ ...fine, rows: 0 }), 'Too small'],
])('says what is wrong with a first message that is %s', async (_, message, words) => {
  const shell = await openShell(server.url)
  shell.send(message)
  expect(await shell.closed).toBe(1000)
  expect(shell.events).toHaveLength(1)
  expect(shell.events[0]).toMatchObject({ kind: 'failed', problem: { status: 400 } })
  expect(JSON.stringify(shell.events[0])).toContain(words)
})

it('closes the connection of who sends what a shell does not read', async () => {
  const shell = await openShell(server.url, fine)
  await expect.poll(() => shell.events).toHaveLength(1)
  shell.send('{"kind": "boom"}')
  expect(await shell.closed).toBe(1008)
})

it.each([
  ['without its root', { 'x.c': '' }, 'driver.c is missing'],
  [
    'with too many files',
    Object.fromEntries(Array.from({ length: 200 }, (_, n) => [n === 0 ? 'driver.c' : `f${n}.c`, ''])),
    'more than',
  ],
  ['that is too large', { 'driver.c': 'x'.repeat(100_000) }, 'most they may have'],
  ['with a name that objects cannot have', JSON.parse('{"driver.c": "", "__proto__": "x"}'), '__proto__'],
  ['outside of its folder', { 'driver.c': '', '../x.c': '' }, 'relative path'],
])('says what is wrong with a push %s, and the shell goes on', async (_, files, words) => {
  const shell = await openShell(server.url, fine)
  await expect.poll(() => shell.events).toHaveLength(1)
  const before = shell.events.length
  shell.send(JSON.stringify({ kind: 'push', name: 'driver', language: 'c', files }))
  await expect.poll(() => shell.events).toHaveLength(before + 1)
  expect(shell.events.at(-1)).toMatchObject({ kind: 'push-failed', name: 'driver', why: 'invalid' })
  expect(JSON.stringify(shell.events.at(-1))).toContain(words)
  shell.type('x')
  shell.close()
  expect(await shell.closed).toBe(1005)
})

it('closes the connection of who sends more than a request may have', async () => {
  const shell = await openShell(server.url)
  shell.send('x'.repeat(8 * 1024 * 1024))
  expect(await shell.closed).toBe(1009)
})

it('tells those who have a shell that the service restarts', async () => {
  const shell = await openShell(server.url, fine)
  await expect.poll(() => shell.events).toHaveLength(1)
  closing.abort()
  expect(await shell.closed).toBe(1000)
  expect(shell.events.at(-1)).toMatchObject({ kind: 'failed', problem: { status: 503 } })
})
