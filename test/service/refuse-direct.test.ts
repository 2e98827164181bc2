import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService } from './test-service.ts'

const proxied = { TRUST_PROXY: '1' }

describe('a service behind a proxy', () => {
  it('refuses who comes past it with a forged X-Forwarded-For, and logs why', async () => {
    const { status, type, log } = await ask('/api/status', '203.0.113.9', proxied)
    expect([status, type]).toEqual([403, 'urn:no-oops:problem:past-the-proxy'])
    expect(log).toContain('203.0.113.9 is none of PROXY_ADDRESSES')
  })

  it.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])(
    'trusts a proxy on its own machine: %s',
    async (address) => {
      expect(await ask('/api/status', address, proxied)).toMatchObject({ status: 200 })
    },
  )

  it('trusts the proxies that it is told of, and then no others', async () => {
    const environment = { ...proxied, PROXY_ADDRESSES: '10.1.0.0/16, 192.0.2.7, 2001:db8::/32' }
    const statusOf = async (address: string) => (await ask('/api/status', address, environment)).status
    for (const address of ['10.1.2.3', '192.0.2.7', '::ffff:10.1.2.3', '2001:db8::5'])
      expect(await statusOf(address)).toBe(200)
    for (const address of ['10.2.0.1', '192.0.2.8', '127.0.0.1', '2001:db9::5', ''])
      expect(await statusOf(address)).toBe(403)
  })

  it('lets a health check through', async () => {
    expect(await ask('/healthz', '203.0.113.9', proxied)).toMatchObject({ status: 200 })
  })

  it('is open to all where no proxy is trusted', async () => {
    expect(await ask('/api/status', '203.0.113.9', {})).toMatchObject({ status: 200 })
  })
})

async function ask(path: string, address: string, environment: Record<string, string>) {
  let log = ''
  const logger = pino({}, { write: (line: string) => void (log += line) })
  const app = createTestService(createFakeSandbox(), { environment, logger })
  const headers = { 'X-Forwarded-For': '198.51.100.1' }
  const response = await app.request(
    path,
    { headers },
    { incoming: { socket: { remoteAddress: address || undefined } } },
  )
  const text = await response.text()
  return {
    status: response.status,
    type: (text.startsWith('{') ? JSON.parse(text) : {}).type as unknown,
    log,
  }
}
