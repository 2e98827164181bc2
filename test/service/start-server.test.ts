import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startServer, type RunningServer, type ServerOptions } from '#service/start-server.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService, post, requestFor } from './test-service.ts'

async function start(gracePeriod?: number) {
  const sandbox = createFakeSandbox()
  const { fetch } = createTestService(sandbox)
  const server = await startServer({ fetch, port: 0, host: '127.0.0.1', ...(gracePeriod && { gracePeriod }) })
  return { sandbox, server }
}

describe('the server', () => {
  it('listens where it says', async () => {
    const { server } = await start()
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.close()
  })

  it('says when the port is taken', async () => {
    const { server } = await start()
    const port = Number(new URL(server.url).port)
    const second = startServer({ fetch: () => new Response(), port, host: '127.0.0.1' })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await server.close()
  })

  it('reads a body whose length is not told', async () => {
    const { sandbox, server } = await start()
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
    const client = request(`${server.url}/api/compile`, { method: 'POST', headers })
    const answer = once(client, 'response') as Promise<[IncomingMessage]>
    client.end(JSON.stringify(requestFor('fn main() {}')))
    const job = await sandbox.next()
    job.end()
    const [response] = await answer
    expect(response.statusCode).toBe(200)
    response.resume()
    await server.close()
  })

  it('ends a job whose client has hung up', async () => {
    const { sandbox, server } = await start()
    const client = new AbortController()
    const answer = fetch(`${server.url}/api/compile`, post(requestFor('fn main() {}'), client.signal))
    const job = await sandbox.next()
    client.abort()
    await expect(answer).rejects.toThrow()
    await expect.poll(() => job.aborted).toBe(true)
    await server.close()
  })

  it('is closed as soon as the last answer has come, though the client keeps its connection', async () => {
    const { sandbox, server } = await start()
    const answer = fetch(`${server.url}/api/compile`, post(requestFor('fn main() {}')))
    const job = await sandbox.next()
    const started = performance.now()
    const closed = server.close()
    job.end()
    await (await answer).text()
    await closed
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('lets work under way end when it closes, and takes no more', async () => {
    const { sandbox, server } = await start()
    const answer = fetch(`${server.url}/api/compile`, post(requestFor('fn main() {}')))
    const job = await sandbox.next()
    const closed = server.close()
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    job.end()
    expect((await answer).status).toBe(200)
    await closed
  })

  it('cuts off what does not end in time', async () => {
    const { sandbox, server } = await start(50)
    const answer = fetch(`${server.url}/api/compile`, post(requestFor('fn main() {}'))).catch(() => 'cut off')
    const job = await sandbox.next()
    await server.close()
    expect(await answer).toBe('cut off')
    await sleep(0)
    expect(job.aborted).toBe(true)
  })

  it('closes connections beyond those that it may have, and takes new ones when others end', async () => {
    const { server, sockets, isOpen } = await connect({ all: 3 })
    expect(await Promise.all(sockets.map(isOpen))).toEqual([true, true, true, false, false])
    sockets[0]!.destroy()
    await expect.poll(async () => isOpen(await open(server)), { timeout: 5000 }).toBe(true)
    for (const socket of sockets) socket.destroy()
    await server.close()
  })

  it('closes connections of one client beyond its share', async () => {
    const { server, sockets, isOpen } = await connect({ all: 10, perClient: 2 })
    expect(await Promise.all(sockets.map(isOpen))).toEqual([true, true, false, false, false])
    const other = await open(server, '127.0.0.2')
    expect(await isOpen(other)).toBe(true)
    for (const socket of [...sockets, other]) socket.destroy()
    await server.close()
  })
})

/** Five connections of one client. */
async function connect(connections: ServerOptions['connections']) {
  const fetch = () => new Response()
  const server = await startServer({
    fetch,
    port: 0,
    host: '127.0.0.1',
    gracePeriod: 100,
    connections: connections!,
  })
  const sockets: Socket[] = []
  for (let n = 0; n < 5; n += 1) sockets.push(await open(server))
  const isOpen = async (socket: Socket): Promise<boolean> => (await sleep(50), !socket.closed)
  return { server, sockets, isOpen }
}

async function open({ url }: RunningServer, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(url).port), localAddress })
  socket.on('error', () => {})
  socket.resume()
  await once(socket, 'connect')
  return socket
}
