import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '#service/start-server.ts'
import { openRealService } from '../service/real-service.ts'
import { toolroomTimeout } from '../service/real-toolroom.ts'
import { post, requestFor } from '../service/test-service.ts'
import { readDescendants } from './children.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openRealService({ JOBS: '1' })
}, toolroomTimeout)

afterAll(() => server.close())

describe('a body of 10 MB', () => {
  it.each([
    ['that says how large it is', { 'Content-Length': 10_000_000 }],
    ['that does not', { 'Transfer-Encoding': 'chunked' }],
  ])('%s is refused before it has come', async (_name, headers) => {
    const client = request(`${server.url}/api/compile`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    client.on('error', () => {})
    const answer = once(client, 'response') as Promise<[IncomingMessage]>
    // The rest is never sent.
    client.write('x'.repeat(400_000))
    const [response] = await answer
    expect(response.statusCode).toBe(413)
    expect(response.headers['content-type']).toBe('application/problem+json')
    expect(response.headers.connection).toBe('close')
    client.destroy()
  })
})

describe('clients that hang up', () => {
  it('while the compiler works free it at once', async () => {
    const usual = await time(() => compile('fn main() { /* usual */ }'))
    const client = new AbortController()
    const gone = compile(endless(0), client.signal).catch(() => 'gone')
    await expect.poll(() => readDescendants(), { timeout: 10_000 }).toContain('bwrap')
    client.abort()
    expect(await gone).toBe('gone')
    await expect.poll(() => readDescendants()).not.toContain('bwrap')
    expect(await time(() => compile('fn main() { /* next */ }'))).toBeLessThan(usual + 2000)
  })

  it('while they wait, 48 of them, cost the next one nothing', async () => {
    const client = new AbortController()
    const gone = Array.from({ length: 48 }, (_, n) =>
      compile(endless(n + 1), client.signal).catch(() => 'gone'),
    )
    await expect.poll(() => readMetric('no_oops_jobs_waiting'), { timeout: 10_000 }).toBe(47)
    client.abort()
    await Promise.all(gone)
    expect(await time(() => compile('fn main() { /* after 48 */ }'))).toBeLessThan(3000)
    expect(await readMetric('no_oops_jobs_waiting')).toBe(0)
  })
})

async function compile(source: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${server.url}/api/compile`, post(requestFor(source), signal))
  expect(response.status).toBe(200)
  return response.text()
}

function endless(n: number): string {
  return `#[allow(long_running_const_eval)]\nconst NEVER: u8 = loop {};\nfn main() { /* ${n} */ NEVER; }`
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function readMetric(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1])
}
