import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, requestFor } from '../service/test-service.ts'
import { serveAs, serviceUsers, type ServedReal } from './serve-as.ts'

let service: ServedReal

/** A few more than Node needs for itself. */
const descriptors = 72

describe.each(serviceUsers)('a service of %s that runs out of descriptors', (user) => {
  beforeAll(async () => {
    service = await serveAs(user, { environment: { JOBS: '16' }, descriptors })
  })

  afterAll(() => service.end())

  it('asks the programs that it has no room for to come again, and goes on', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => check(`fn main() { /* ${n} */ }`)))
    const statuses = answers.map(({ status }) => status).filter((status) => status !== notTaken)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    for (const { status, retryAfter } of answers) if (status === 429) expect(retryAfter).toBeGreaterThan(0)
    await expect
      .poll(async () => (await check('fn main() { /* then */ }')).status, { timeout: 10_000 })
      .toBe(200)
    expect(service.hasEnded()).toBe(false)
  })

  it('still compiles beside clients that hold all the connections they can get', async () => {
    const sockets = await Promise.all(Array.from({ length: 200 }, connect))
    sockets.slice(0, 20).forEach((socket) => socket.destroy())
    await expect
      .poll(async () => (await check('fn main() { /* beside */ }')).status, {
        timeout: 20_000,
        interval: 200,
      })
      .toBe(200)
    for (const socket of sockets) socket.destroy()
    expect(service.hasEnded()).toBe(false)
  })
})

/** The status of a connection for which there was no descriptor. */
const notTaken = 0

async function check(source: string): Promise<{ status: number; retryAfter: number }> {
  try {
    const response = await fetch(`${service.url}/api/compile`, post(requestFor(source)))
    await response.text()
    return { status: response.status, retryAfter: Number(response.headers.get('Retry-After')) }
  } catch {
    return { status: notTaken, retryAfter: 0 }
  }
}

async function connect(): Promise<Socket> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(service.url).port) })
  socket.on('error', () => {})
  socket.resume()
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return socket
}
