import { describe, expect, it } from 'vitest'
import { SandboxError } from '#service/bubblewrap/sandbox-error.ts'
import type { Kernel, KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { createModuleCache } from '#service/kernel/module-cache.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { createFakeKernel } from '../kernel/fake-kernel.ts'
import { createTestService, post, type TestOptions } from '../test-service.ts'
import { createFakeMachines } from './fake-machines.ts'

const request = {
  language: 'rust',
  variant: 'kasan',
  files: { 'driver.rs': '' },
  script: 'insmod driver.ko',
}

describe('POST /api/boot', () => {
  it.each([
    ['another variant', { variant: 'kmsan' }, 'variant'],
    ['another language', { language: 'go' }, 'language'],
    ['a script without end', { script: 'true\n'.repeat(2000) }, 'script'],
    ['no driver', { files: { 'main.rs': '' } }, 'files'],
    ['a file outside', { files: { 'driver.rs': '', '../x': '' } }, 'files.../x'],
  ])('refuses %s', async (_, change, field) => {
    const response = await boot({ ...request, ...change })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ field }] })
  })

  it('refuses sources that are too large', async () => {
    expect((await boot({ ...request, files: { 'driver.rs': 'x'.repeat(70_000) } })).status).toBe(413)
  })

  it('says how far a kernel is that is still being built', async () => {
    const kasan = kernelWith(neverRun, { state: 'preparing', percent: 40, step: 'Building Linux' })
    const response = await boot(request, { kernels: { kasan } })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('3')
    expect(await response.json()).toMatchObject({ detail: 'Building Linux (40 %)' })
  })

  it('tells of a machine that does not allow the sandbox as of one without a compiler', async () => {
    const kasan = kernelWith({
      run: () => Promise.reject(new SandboxError('No permissions to create namespace')),
    })
    const response = await boot(request, { kernels: { kasan } })
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('user namespaces') })
  })

  it('counts towards the same rate as compiling', async () => {
    const app = createTestService(neverRun, { environment: { RATE_LIMIT: '1' } })
    await app.request('/api/boot', post(request))
    expect((await app.request('/api/boot', post(request))).status).toBe(429)
    expect((await app.request('/api/compile', post({}))).status).toBe(429)
  })

  it('boots so many at once as it is told to, and tells each as it goes', async () => {
    const kasan = kernelWith({ run: () => Promise.resolve({ kind: 'stopped', reason: 'time' }) })
    const app = createTestService(neverRun, { kernels: { kasan }, environment: { BOOTS: '1' } })
    const answers = await Promise.all([1, 2, 3].map(async () => app.request('/api/boot', post(request))))
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('text/event-stream')
      expect((await answer.text()).match(/^data: .*$/gm)).toEqual([
        'data: {"kind":"building"}',
        'data: {"kind":"stopped","reason":"time"}',
      ])
    }
  })

  it('starts no machine for a driver that a check has refused', async () => {
    const kasan = createFakeKernel('kasan')
    const machines = createFakeMachines()
    const environment = { ...kasan.environment(), machines }
    const kernels = { kasan: { ...kasan, environment: () => environment } }
    const app = createTestService(neverRun, { kernels })
    const files = { 'driver.c': 'it demo;' }
    const refuse = async () =>
      (await kasan.compilers.next()).end({ code: 1, stderr: 'driver.c:1:1: error: no\n' })
    const check = { target: 'kernel', variant: 'kasan', language: 'c', action: 'check', files }
    const checked = app.request('/api/compile', post(check))
    await refuse()
    await checked
    const booted = app.request('/api/boot', post({ ...request, language: 'c', files }))
    await refuse()
    expect(await (await booted).text()).toContain('"kind":"rejected"')
    expect(machines.started).toEqual([])
  })

  it('is in the description of the service', async () => {
    const description = await (await createTestService(neverRun).request('/api/openapi.json')).json()
    expect(description).toMatchObject({
      paths: { '/api/boot': { post: { responses: { 200: expect.anything() } } } },
    })
  })
})

const neverRun: Sandbox = { run: () => Promise.reject(new Error('nothing may be run')) }

async function boot(body: unknown, options?: TestOptions): Promise<Response> {
  return await createTestService(neverRun, options).request('/api/boot', post(body))
}

function kernelWith(
  compilers: Sandbox,
  status: ReturnType<Kernel['status']> = { state: 'ready', toolchain: 'rustc 1.85.1, Linux 7.3.4' },
): Kernel {
  const room = {
    version: '7.3.4',
    rustc: '1.85.1',
    directory: '/usr/src/build',
    rust: { environment: {}, arguments: [] },
    link: { arguments: [] },
    modules: { driver: 'driver.mod.o', common: 'common.o' },
  }
  return {
    status: () => status,
    environment: () => ({ room, compilers, modules: createModuleCache() }) as unknown as KernelEnvironment,
  }
}
