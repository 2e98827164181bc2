import { createRoute, z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import { SourceFiles } from '#protocol/compile.ts'
import { SandboxError } from '#service/bubblewrap/sandbox-error.ts'
import { maxBodyBytes, maxFiles, maxSourceBytes } from '#service/request-limits.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { createTestService, post, type TestService } from './test-service.ts'

const neverRun: Sandbox = { run: () => Promise.reject(new Error('nothing may be run')) }

/** A service with a route that nobody has given any limits. */
function withRoute(environment: Record<string, string> = {}): TestService {
  const app = createTestService(neverRun, { environment })
  app.post('/api/new', async (c) => c.text(await c.req.text()))
  return app
}

/** A service with a route whose schema says of its files only that there are some. */
function withFilesRoute(files: z.ZodType = SourceFiles): TestService {
  const app = createTestService(neverRun)
  const body = { required: true, content: { 'application/json': { schema: z.object({ files }) } } }
  const responses = { 200: { description: 'the same files' } }
  const route = createRoute({ method: 'post', path: '/api/new', request: { body }, responses })
  app.openapi(route, (c) => c.json(c.req.valid('json')))
  return app
}

describe('a route under /api/ that thinks of no limits', () => {
  it('gets a body as large as one may be', async () => {
    const response = await withRoute().request('/api/new', post('x'.repeat(maxBodyBytes)))
    expect(response.status).toBe(200)
    expect(await response.text()).toHaveLength(maxBodyBytes)
  })

  it('refuses a larger one with 413', async () => {
    const response = await withRoute().request('/api/new', post('x'.repeat(maxBodyBytes + 1)))
    expect(response.status).toBe(413)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })

  it('counts towards the same rate as all others, and refuses with 429', async () => {
    const app = withRoute({ RATE_LIMIT: '2' })
    const ask = async (path: string, init?: RequestInit) => (await app.request(path, init)).status
    expect(await ask('/api/new', post('one'))).toBe(200)
    expect(await ask('/api/status')).toBe(200)
    expect(await ask('/api/new', post('two'))).toBe(429)
    expect(await ask('/api/status')).toBe(429)
    expect(await ask('/api/openapi.json')).toBe(429)
    expect(await ask('/api/nothing')).toBe(429)
  })

  it('has its refusals counted as its own', async () => {
    const app = withRoute({ RATE_LIMIT: '1' })
    await app.request('/api/new', post('x'.repeat(maxBodyBytes + 1)))
    await app.request('/api/new', post('one'))
    await app.request('/api/new', post('two'))
    const text = await (await app.request('/metrics')).text()
    for (const status of [200, 413, 429]) {
      expect(text).toContain(`no_oops_requests_total{route="/api/new",status="${status}"} 1`)
    }
  })

  it('knows who asks', async () => {
    const app = createTestService(neverRun, { environment: { TRUST_PROXY: '1' } })
    app.get('/api/new', (c) => c.text(c.get('requester').client))
    const headers = { 'X-Forwarded-For': '192.0.2.1' }
    expect(await (await app.request('/api/new', { headers })).text()).toBe('192.0.2.1')
  })

  it('tells of a machine that does not allow the sandbox as of one without a compiler', async () => {
    const app = createTestService(neverRun)
    app.get('/api/new', () => {
      throw new SandboxError('No permissions to create namespace')
    })
    const response = await app.request('/api/new')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('user namespaces') })
  })
})

describe('a route that takes files and does not look at them', () => {
  it('gets those that a request may have', async () => {
    const files = { 'lib.rs': 'x'.repeat(maxSourceBytes), ...manyFiles(maxFiles - 1) }
    const response = await withFilesRoute().request('/api/new', post({ files }))
    expect(await response.json()).toEqual({ files })
  })

  it.each([
    ['too many of them', manyFiles(maxFiles + 1), 'files'],
    ['a file that is a folder', { a: '', 'a/b': '' }, 'files.a'],
    ['a path out of the folder', { '../x': '' }, 'files.../x'],
  ])('refuses %s with 400', async (_name, files, field) => {
    const response = await withFilesRoute().request('/api/new', post({ files }))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ field }] })
  })

  it('refuses more bytes than files may have with 413', async () => {
    const files = { 'a.rs': 'x'.repeat(maxSourceBytes), 'b.rs': 'x' }
    expect((await withFilesRoute().request('/api/new', post({ files }))).status).toBe(413)
  })

  it('refuses a path out of the folder also if its schema does not', async () => {
    const app = withFilesRoute(z.record(z.string(), z.string()))
    const response = await app.request('/api/new', post({ files: { '../x': '' } }))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ field: 'files.../x' }] })
  })
})

describe('the routes', () => {
  it('are under /api/, where the limits hold, but for one that has them too and those of who keeps the service alive', () => {
    const paths = new Set(createTestService(neverRun).routes.map(({ path }) => path))
    const others = [...paths].filter((path) => !path.startsWith('/api/') && path !== '/*')
    expect(others).toEqual(['/oembed.json', '/healthz', '/readyz', '/metrics'])
  })

  it('count towards one rate, whether under /api/ or not', async () => {
    const app = createTestService(neverRun, { environment: { RATE_LIMIT: '1' } })
    expect((await app.request('/api/status')).status).toBe(200)
    expect((await app.request('/oembed.json?url=x')).status).toBe(429)
  })
})

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, '']))
}
