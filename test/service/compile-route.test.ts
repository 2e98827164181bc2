import { describe, expect, it } from 'vitest'
import { SandboxError } from '#service/bubblewrap/sandbox-error.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { readProgram, readRecorded } from '../compiler-output/rustc-json/programs.ts'
import { compileWith, createTestService, post, requestFor } from './test-service.ts'

const program = requestFor('fn main() {}')

describe('POST /api/compile', () => {
  it('gives an accepted program without diagnostics', async () => {
    const sandbox = createFakeSandbox()
    const answer = compileWith(createTestService(sandbox), program)
    const job = await sandbox.next()
    job.end()
    expect(await answer).toEqual({
      outcome: 'accepted',
      diagnostics: [],
      toolchain: 'rustc 1.85.1',
      cached: false,
      milliseconds: expect.any(Number),
    })
    expect(job.files).toEqual(program.files)
    expect(job.command[0]).toBe('rustc')
  })

  it('gives a refused program as a result with what rustc said', async () => {
    const sandbox = createFakeSandbox()
    const source = readProgram('moved-while-borrowed')
    const answer = compileWith(createTestService(sandbox), requestFor(source))
    const job = await sandbox.next()
    job.end({ code: 1, stderr: readRecorded('moved-while-borrowed') })
    expect(await answer).toMatchObject({ outcome: 'rejected', diagnostics: [{ code: 'E0505' }] })
  })

  it('refuses an edition for a module', async () => {
    const app = createTestService(createFakeSandbox())
    const body = { ...program, target: 'kernel', files: { 'driver.rs': '' }, edition: '2024' }
    const response = await app.request('/api/compile', post(body))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ field: 'edition' }] })
  })

  it('gives the module of a build as base64', async () => {
    const sandbox = createFakeSandbox()
    const answer = compileWith(createTestService(sandbox), requestFor('fn main() {}', 'build'))
    const job = await sandbox.next()
    job.end({ stdout: new Uint8Array([0, 97, 115, 109]) })
    expect(await answer).toMatchObject({ outcome: 'accepted', artifact: 'AGFzbQ==' })
  })

  it.each(['time', 'memory', 'output', 'crash'] as const)(
    'says that %s stopped the compiler',
    async (reason) => {
      const sandbox = createFakeSandbox()
      const answer = compileWith(createTestService(sandbox), program)
      const job = await sandbox.next()
      job.stop(reason)
      expect(await answer).toEqual({ outcome: 'stopped', reason })
    },
  )

  it('says that the compiler crashed when it panics, and keeps its backtrace to itself', async () => {
    const sandbox = createFakeSandbox()
    const answer = compileWith(createTestService(sandbox), program)
    const job = await sandbox.next()
    job.end({ code: 101, stderr: "thread 'rustc' panicked at compiler/rustc_ast/src/x.rs" })
    expect(await answer).toEqual({ outcome: 'stopped', reason: 'crash' })
  })

  it('shows nothing of the inside when the service itself breaks', async () => {
    const sandbox = { run: () => Promise.reject(new Error('secret path /srv/x')) }
    const response = await createTestService(sandbox).request('/api/compile', post(program))
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('secret')
    expect(text).toContain(response.headers.get('X-Request-Id'))
  })
})

describe('a request that is not as it should be', () => {
  const flawed = [
    ['no JSON', '{', 'body'],
    ['an array', [], 'body'],
    ['an unknown action', { ...program, action: 'run' }, 'action'],
    ['a missing target', { ...program, target: undefined }, 'target'],
    ['no main.rs', requestFor({ 'lib.rs': '' }), 'files'],
    ['a path out of the folder', requestFor({ 'main.rs': '', '../x': '' }), 'files.../x'],
    ['an absolute path', requestFor({ 'main.rs': '', '/etc/passwd': '' }), 'files./etc/passwd'],
    ['a file that is a folder', requestFor({ 'main.rs': '', a: '', 'a/b': '' }), 'files.a'],
    [
      'a path longer than a file system takes',
      requestFor({ 'main.rs': '', ['a'.repeat(300)]: '' }),
      `files.${'a'.repeat(300)}`,
    ],
    ['33 files', requestFor({ 'main.rs': '', ...manyFiles(32) }), 'files'],
    ['C', { ...program, language: 'c' }, 'language'],
  ] as const

  it.each(flawed)('%s gets 400 with the field', async (_name, body, field) => {
    const response = await createTestService(createFakeSandbox()).request('/api/compile', post(body))
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 400, errors: [{ field }] })
  })

  it('sources over 64 KiB get 413 with both numbers', async () => {
    const response = await createTestService(createFakeSandbox()).request(
      '/api/compile',
      post(requestFor('x'.repeat(65537))),
    )
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/65537.*65536/) })
  })

  it('another format than JSON gets 415', async () => {
    const response = await createTestService(createFakeSandbox()).request('/api/compile', {
      method: 'POST',
      body: 'fn main() {}',
    })
    expect(response.status).toBe(415)
  })
})

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, '']))
}

describe('while there is no compiler', () => {
  it('a request gets 503 with the step, the percentage and when to come again', async () => {
    const stage = { state: 'preparing', percent: 62, step: 'unpacking rustc' } as const
    const response = await createTestService(createFakeSandbox(), { stage }).request(
      '/api/compile',
      post(program),
    )
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await response.json()).toMatchObject({ detail: 'unpacking rustc (62 %)' })
  })

  it('a machine that cannot have one says why and what to do', async () => {
    const stage = { state: 'unavailable', reason: 'bubblewrap is missing.', remedy: 'Install it.' } as const
    const response = await createTestService(createFakeSandbox(), { stage }).request(
      '/api/compile',
      post(program),
    )
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBeNull()
    expect(await response.json()).toMatchObject({ detail: 'bubblewrap is missing. Install it.' })
  })

  it('a sandbox that turns out not to work does so as well', async () => {
    const sandbox = { run: () => Promise.reject(new SandboxError('spawn bwrap ENOENT')) }
    const response = await createTestService(sandbox).request('/api/compile', post(program))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('bubblewrap is not installed'),
    })
  })
})
