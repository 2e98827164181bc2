import { describe, expect, it } from 'vitest'
import { BootEvent, type BootRequest } from '#protocol/boot.ts'
import { SandboxError } from '#service/bubblewrap/sandbox-error.ts'
import type { Kernel, KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { createModuleCache } from '#service/kernel/module-cache.ts'
import type { JobResult, Sandbox } from '#service/sandbox.ts'
import { createTestService, post, type TestService } from './test-service.ts'

const request: BootRequest = {
  language: 'c',
  variant: 'kasan',
  files: { 'driver.c': 'int demo;' },
  script: 'insmod driver.ko',
}
const environment = { TRUST_PROXY: '1', BOOTS: '2', BOOT_RATE_LIMIT: '60' }

describe('a client with fifty endless boots', () => {
  it('leaves a slot: another reader’s boot begins at once', async () => {
    const app = createTestService(noCompiler, { environment, kernels: { kasan: kernelOf(endless) } })
    const attack = Array.from({ length: 50 }, () => bootFrom(app, '192.0.2.1'))
    await Promise.all(attack)
    const reader = await bootFrom(app, '198.51.100.7')
    expect(await reader.next()).toEqual({ kind: 'building' })
  })

  it('is told its place, and goes on when it is its turn', async () => {
    const jobs: (() => void)[] = []
    const kernel = kernelOf(() => new Promise((resolve) => jobs.push(() => resolve(late))))
    const app = createTestService(noCompiler, { environment, kernels: { kasan: kernel } })
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => bootFrom(app, '192.0.2.1')))
    expect(await first!.next()).toEqual({ kind: 'building' })
    expect(await third!.next()).toEqual({ kind: 'waiting', ahead: 1 })
    expect(await second!.next()).toEqual({ kind: 'waiting', ahead: 0 })
    jobs[0]!()
    expect(await second!.next()).toEqual({ kind: 'building' })
    expect(await third!.next()).toEqual({ kind: 'waiting', ahead: 0 })
  })

  it('comes to the end of its rate, which is one for boots alone', async () => {
    const kernels = { kasan: kernelOf(() => Promise.resolve(late)) }
    const app = createTestService(noCompiler, {
      environment: { ...environment, BOOT_RATE_LIMIT: '2' },
      kernels,
    })
    const from = { headers: { 'X-Forwarded-For': '192.0.2.1', 'Content-Type': 'application/json' } }
    const ask = async () => (await app.request('/api/boot', { ...post(request), ...from })).status
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429])
    expect((await app.request('/api/status', from)).status).toBe(200)
  })
})

describe('a boot that the service cannot go on with', () => {
  it('ends with an event that says so, after it has waited', async () => {
    let fail = () => {}
    const kernel = kernelOf(
      () => new Promise((_, reject) => (fail = () => reject(new SandboxError('Permission denied')))),
    )
    const app = createTestService(noCompiler, { environment, kernels: { kasan: kernel } })
    const [, second] = [await bootFrom(app, '192.0.2.1'), await bootFrom(app, '192.0.2.1')]
    expect(await second.next()).toMatchObject({ kind: 'waiting' })
    fail()
    expect(await second.next()).toEqual({ kind: 'building' })
    fail()
    expect(await second.next()).toMatchObject({ kind: 'failed', problem: { status: 503 } })
    expect(await second.next()).toBeUndefined()
  })

  it('as it restarts has a last event, whether it runs or waits', async () => {
    const closing = new AbortController()
    const kernels = { kasan: kernelOf(endless) }
    const app = createTestService(noCompiler, { environment, kernels, closing: closing.signal })
    const boots = [await bootFrom(app, '192.0.2.1'), await bootFrom(app, '192.0.2.1')]
    await Promise.all(boots.map(({ next }) => next()))
    closing.abort()
    for (const boot of boots) {
      expect(await boot.next()).toMatchObject({
        kind: 'failed',
        problem: { type: 'urn:no-oops:problem:restarting' },
        retryAfter: 5,
      })
      expect(await boot.next()).toBeUndefined()
    }
  })
})

const noCompiler: Sandbox = { run: () => Promise.reject(new Error('nothing may be run')) }
const late: JobResult = { kind: 'stopped', reason: 'time' }

function endless(signal?: AbortSignal): Promise<JobResult> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
}

function kernelOf(run: (signal?: AbortSignal) => Promise<JobResult>): Kernel {
  const compilers: Sandbox = { run: (_, signal) => run(signal) }
  const room = {
    version: '7.3.4',
    rustc: '1.85.1',
    c: { arguments: [] },
    link: { arguments: [] },
    modules: { driver: 'driver.mod.o', common: 'common.o' },
  }
  const headers = { find: () => Promise.resolve(undefined) }
  return {
    status: () => ({ state: 'ready', toolchain: 'clang 19.1.7, Linux 7.3.4' }),
    environment: () =>
      ({ room, compilers, headers, modules: createModuleCache() }) as unknown as KernelEnvironment,
  }
}

/** A boot whose events are read one by one; undefined after the last. */
async function bootFrom(app: TestService, address: string) {
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
  const response = await app.request('/api/boot', { ...post(request), headers })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(): Promise<BootEvent | undefined> {
      while (!text.includes('\n\n')) {
        const part = await reader.read()
        if (part.done) return undefined
        text += part.value
      }
      const [message = ''] = text.split('\n\n')
      text = text.slice(message.length + 2)
      return BootEvent.parse(JSON.parse(/^data: (.*)$/m.exec(message)![1]!))
    },
  }
}
