import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxBodyBytes } from '#service/request-limits.ts'
import { startServer, type RunningServer } from '#service/start-server.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService } from './test-service.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({
    fetch: createTestService(createFakeSandbox()).fetch,
    port: 0,
    host: '127.0.0.1',
  })
})
afterAll(() => server.close())

describe('a body', () => {
  it.each(['Content-Length', 'Transfer-Encoding'] as const)(
    'that is too large is refused with 413 when it comes with %s',
    async (header) => {
      expect(await send(maxBodyBytes + 1, header)).toMatchObject({
        status: 413,
        title: 'The request is too large',
      })
    },
  )

  it.each(['Content-Length', 'Transfer-Encoding'] as const)(
    'that is as large as it may be is read when it comes with %s',
    async (header) => {
      const problem = await send(maxBodyBytes, header)
      expect(problem).toMatchObject({ status: 400 })
      expect(JSON.stringify(problem)).toContain('target')
    },
  )
})

/** Sends JSON of so many bytes; gives the problem that comes back. */
async function send(bytes: number, header: 'Content-Length' | 'Transfer-Encoding'): Promise<unknown> {
  const length = header === 'Content-Length' ? bytes : 'chunked'
  const headers = { 'Content-Type': 'application/json', [header]: length }
  const sent = request(`${server.url}/api/compile`, { method: 'POST', headers })
  // Whoever is refused is not read to the end.
  sent.on('error', () => {})
  sent.end(`{"filler":"${'x'.repeat(bytes - '{"filler":""}'.length)}"}`)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return await json(response)
}
