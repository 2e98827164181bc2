import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService, type TestService } from './test-service.ts'

const policy = "default-src 'self';connect-src 'self'; script-src 'self' 'sha256-abc='"
const page = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><title>No Oops</title>`
const files: Record<string, string | Buffer> = {
  'index.html': page,
  'index.html.br': brotliCompressSync(page),
  'ownership/borrow-deadline/index.html': '<!doctype html><title>A lesson</title>',
  '404.html': `<!doctype html><meta http-equiv="content-security-policy" content="${policy};"><title>Not here</title>`,
  '_astro/app.B3Fx.js': 'export {}',
  '_astro/shim.C9aa.wasm': Buffer.from([0, 97, 115, 109]),
  '.built-from': 'a hash of the sources, and the addresses of services',
  'ownership/.draft/index.html': '<!doctype html><title>Not yet</title>',
  'workspace/index.html': page,
  'workspace/container/index.html': page,
  'de/workspace/container/index.html': page,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

let folder: string
let app: TestService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-site-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  app = createTestService(createFakeSandbox(), { site: folder })
})

afterAll(() => rm(folder, { recursive: true }))

it.each([
  ['/workspace/container/', 'require-corp'],
  ['/de/workspace/container/', 'require-corp'],
  ['/workspace/', null],
])('only a page with a WebContainer is isolated, in each language: %s', async (path, policy) => {
  const { headers } = await app.request(path)
  expect(headers.get('Cross-Origin-Embedder-Policy')).toBe(policy)
})

describe('the site', () => {
  it('is served beside the API', async () => {
    const response = await app.request('/')
    expect(await response.text()).toBe(page)
    expect(response.headers.get('Content-Type')).toMatch('text/html')
    expect((await app.request('/api/status')).headers.get('Content-Type')).toMatch('application/json')
  })

  it('is sent compressed to those who can read that', async () => {
    const response = await app.request('/', { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(response.headers.get('Content-Encoding')).toBe('br')
    expect(response.headers.get('Vary')).toContain('Accept-Encoding')
    expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(page)
  })

  it('has the address of a folder end with a slash, so that relative links hold', async () => {
    const response = await app.request('/ownership/borrow-deadline?from=home')
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe('/ownership/borrow-deadline/?from=home')
    expect((await app.request('/ownership/borrow-deadline/')).status).toBe(200)
  })

  it('never redirects to another host', async () => {
    const response = await app.request('//evil.example/x')
    expect(response.headers.get('Location') ?? '/').not.toMatch(/^\/\//)
  })

  it('has a page of its own for what is not there', async () => {
    const response = await app.request('/nowhere/')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Not here')
  })

  it('answers the API in the words of the API, also for what is not there', async () => {
    const response = await app.request('/api/nowhere')
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/_astro/../../package.json'])(
    'gives nothing from outside its folder: %s',
    async (path) => {
      const response = await app.request(path)
      expect(response.status).toBeGreaterThanOrEqual(300)
    },
  )

  it('lets hashed files be kept for ever, and pages be asked for again', async () => {
    const ask = async (path: string) => (await app.request(path)).headers.get('Cache-Control')
    expect(await ask('/_astro/app.B3Fx.js')).toBe('public, max-age=31536000, immutable')
    expect(await ask('/')).toBe('no-cache')
  })

  it('is not sent again to those who have it', async () => {
    const changed = (await app.request('/')).headers.get('Last-Modified')!
    const again = await app.request('/', { headers: { 'If-Modified-Since': changed } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    const older = await app.request('/', { headers: { 'If-Modified-Since': new Date(0).toUTCString() } })
    expect(older.status).toBe(200)
  })

  it('sends WebAssembly as WebAssembly', async () => {
    const response = await app.request('/_astro/shim.C9aa.wasm')
    expect(response.headers.get('Content-Type')).toBe('application/wasm')
  })

  it.each(['/.built-from', '/%2ebuilt-from', '/ownership/.draft/', '/ownership/.draft/index.html'])(
    'does not show what a dot hides: %s',
    async (path) => {
      const response = await app.request(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Not here')
    },
  )

  it.each(['/', '/index.html', '/nowhere/'])(
    'is as strict in the header as the page itself: %s',
    async (path) => {
      for (const headers of [new Headers(), new Headers({ 'Accept-Encoding': 'br' })]) {
        const response = await app.request(path, { headers })
        expect(response.headers.get('Content-Security-Policy')).toBe(`${policy};frame-ancestors 'self'`)
      }
    },
  )

  it.each(['/_astro/app.B3Fx.js', '/ownership/borrow-deadline/'])(
    'allows no inline script and no other host where a page says nothing: %s',
    async (path) => {
      const given = (await app.request(path)).headers.get('Content-Security-Policy')
      expect(given).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
      expect(given).toMatch(/connect-src 'self';/)
    },
  )

  it('says of a file what a browser heeds of one, and of a page all the rest', async () => {
    const ofScript = (await app.request('/_astro/app.B3Fx.js')).headers
    const ofPage = (await app.request('/ownership/borrow-deadline/')).headers
    for (const name of ['X-Content-Type-Options', 'Cross-Origin-Resource-Policy'])
      expect(ofScript.get(name)).toBe(ofPage.get(name))
    for (const name of ['X-Frame-Options', 'Cross-Origin-Opener-Policy', 'Referrer-Policy']) {
      expect(ofPage.get(name)).not.toBeNull()
      expect(ofScript.get(name)).toBeNull()
    }
    expect(ofScript.get('Content-Security-Policy')).toMatch(/^default-src 'none';/)
  })

  it('lets pages run scripts and WebAssembly of their own only', async () => {
    const { headers } = await app.request('/ownership/borrow-deadline/')
    expect(headers.get('Content-Security-Policy')).toMatch(/script-src 'self' .*'wasm-unsafe-eval'/)
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
  })
})
