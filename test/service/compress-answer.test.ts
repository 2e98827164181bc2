import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTestService, post, requestFor, type TestService } from './test-service.ts'
import type { Sandbox } from '#service/sandbox.ts'

describe('an answer of the API', () => {
  it('is sent compressed to those who can read that', async () => {
    const response = await ask(answering(long), 'gzip, deflate, br')
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(response.headers.get('Vary')).toContain('Accept-Encoding')
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(JSON.parse(text)).toMatchObject({ outcome: 'rejected' })
    expect(text).toContain(long)
  })

  it.each([undefined, 'br', 'gzip;q=0', 'identity'])(
    'is sent as it is to those who take «%s»',
    async (accepted) => {
      const response = await ask(answering(long), accepted)
      expect(response.headers.get('Content-Encoding')).toBeNull()
      expect(response.headers.get('Vary')).toContain('Accept-Encoding')
      expect(await response.text()).toContain(long)
    },
  )

  it('is sent as it is when it is short, with its other headers', async () => {
    const response = await ask(answering('short'), 'gzip')
    expect(response.headers.get('Content-Encoding')).toBeNull()
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ outcome: 'rejected' })
  })

  it('is compressed as a problem, too, and keeps its status', async () => {
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`${long}${index}`, '']))
    const response = await ask(answering('short'), 'gzip', requestFor(files))
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })
})

const long = 'a long reason, '.repeat(100).trim()

/** A service whose compiler says so much of each program. */
function answering(words: string): TestService {
  const exited = { kind: 'exited', code: 1, stdout: new Uint8Array(), stderr: words } as const
  const sandbox: Sandbox = { run: () => Promise.resolve(exited) }
  return createTestService(sandbox)
}

async function ask(
  service: TestService,
  accepted?: string,
  request = requestFor('fn main() {}'),
): Promise<Response> {
  const headers = new Headers(post(request).headers)
  if (accepted !== undefined) headers.set('Accept-Encoding', accepted)
  return await service.request('/api/compile', { ...post(request), headers })
}
