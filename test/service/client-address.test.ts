import { describe, expect, it } from 'vitest'
import { createTestService, post, requestFor } from './test-service.ts'

const environment = { RATE_LIMIT: '1', TRUST_PROXY: '1' }
const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const

async function areOne(first: string, second: string): Promise<boolean> {
  const app = createTestService({ run: () => Promise.resolve(exited) }, { environment })
  const ask = (address: string) => {
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
    return app.request('/api/compile', { ...post(requestFor('fn main() {}')), headers })
  }
  await ask(first)
  return (await ask(second)).status === 429
}

describe('for the rate limit', () => {
  it.each([
    ['one address', '192.0.2.1', '192.0.2.1'],
    ['an IPv4 address and its form in IPv6', '192.0.2.1', '::ffff:192.0.2.1'],
    ['an IPv4 address and its form in hexadecimal IPv6', '192.0.2.1', '::ffff:c000:201'],
    ['two addresses of one IPv6 network', '2001:db8:0:7::1', '2001:db8:0:7:aaaa:bbbb:cccc:dddd'],
    ['two spellings of one network', '2001:db8::1', '2001:0DB8:0:0:1::'],
  ])('%s is one client', async (_name, first, second) => {
    expect(await areOne(first, second)).toBe(true)
  })

  it.each([
    ['two IPv4 addresses', '192.0.2.1', '192.0.2.2'],
    ['two IPv6 networks', '2001:db8:0:7::1', '2001:db8:0:8::1'],
    ['two of them that begin with the same number', '2001::1', '2001:db8::1'],
  ])('%s are two', async (_name, first, second) => {
    expect(await areOne(first, second)).toBe(false)
  })
})
