import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { compileWith, createTestService, noKernel, post, requestFor } from './test-service.ts'

const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const
const quick = { run: () => Promise.resolve(exited) }

describe('other routes', () => {
  it('/api/status says what is ready', async () => {
    const response = await createTestService(quick).request('/api/status')
    expect(await response.json()).toEqual({
      userspace: { state: 'ready', toolchain: 'rustc 1.85.1' },
      kasan: noKernel.status(),
      lockdep: noKernel.status(),
      version: 1,
    })
  })

  it('/api/openapi.json describes the routes from the same schemas', async () => {
    const response = await createTestService(quick).request('/api/openapi.json')
    const document = (await response.json()) as { paths: object; components: { schemas: object } }
    expect(Object.keys(document.paths)).toEqual([
      '/api/compile',
      '/api/trace',
      '/api/format',
      '/api/boot',
      '/api/inspect',
      '/api/status',
      '/oembed.json',
    ])
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['CompileRequest', 'CompileResult', 'Problem']),
    )
  })

  it('/metrics counts requests, answers and compile times', async () => {
    const app = createTestService(quick)
    await compileWith(app, requestFor('fn main() {}'))
    await compileWith(app, requestFor('fn main() {}'))
    const text = await (await app.request('/metrics')).text()
    expect(text).toContain('no_oops_requests_total{route="/api/compile",status="200"} 2')
    expect(text).toContain('no_oops_answers_total{from="fresh"} 1')
    expect(text).toContain('no_oops_answers_total{from="cache"} 1')
    expect(text).toContain('no_oops_compile_seconds_count{action="check",outcome="accepted"} 1')
    expect(text).toContain('no_oops_jobs_waiting 0')
  })

  it('/healthz is plain', async () => {
    expect((await createTestService(quick).request('/healthz')).status).toBe(200)
  })

  it('an unknown one gets a problem with 404', async () => {
    const response = await createTestService(quick).request('/api/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })
})

describe('a route', () => {
  it('asked in another way than it offers says how', async () => {
    const response = await createTestService(quick).request('/api/compile')
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('POST')
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })
})

describe('every answer of the API', () => {
  it('has the request id that was sent, if it is one', async () => {
    const ask = (id: string) =>
      createTestService(quick).request('/healthz', { headers: { 'X-Request-Id': id } })
    expect((await ask('abc-123')).headers.get('X-Request-Id')).toBe('abc-123')
    expect((await ask('a b"c')).headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is kept from other sites unless the setting says otherwise', async () => {
    const headers = { Origin: 'https://example.org' }
    const response = await createTestService(quick).request('/api/status', { headers })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('may be read from all sites of the setting, also when it is a problem', async () => {
    const headers = { Origin: 'https://example.org' }
    const app = createTestService(quick, { environment: { CORS_ORIGIN: '*' } })
    const response = await app.request('/api/compile', { ...post('{'), headers })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
  })

  it('may be asked for by a browser on another site', async () => {
    const headers = {
      Origin: 'https://example.org',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    }
    const app = createTestService(quick, { environment: { CORS_ORIGIN: '*' } })
    const response = await app.request('/api/compile', { method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(response.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('content-type')
  })

  it('is read only by the sites of the setting, if there is one', async () => {
    const app = createTestService(quick, {
      environment: { CORS_ORIGIN: 'https://a.example, https://b.example' },
    })
    const ask = (origin: string) => app.request('/api/status', { headers: { Origin: origin } })
    expect((await ask('https://b.example')).headers.get('Access-Control-Allow-Origin')).toBe(
      'https://b.example',
    )
    expect((await ask('https://c.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('the log', () => {
  it('has one line of JSON for each request, with its id and without the program', async () => {
    const { logger, lines } = captureLog()
    const app = createTestService(quick, { logger })
    await app.request('/api/compile', post(requestFor('fn main() { /* private */ }')))
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { requestId: expect.any(String), method: 'POST', path: '/api/compile', status: 200 },
    ])
    expect(lines.join('')).not.toContain('private')
  })

  it('tells where the service broke', async () => {
    const { logger, lines } = captureLog()
    const app = createTestService({ run: () => Promise.reject(new Error('the reason')) }, { logger })
    await app.request('/api/compile', post(requestFor('fn main() {}')))
    expect(lines.join('')).toContain('the reason')
  })
})

function captureLog() {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { logger: pino(sink), lines }
}
