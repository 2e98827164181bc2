import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteCrash, logCrashes } from '#service/crash-log.ts'
import { toJobResult } from '#service/bubblewrap/verdict.ts'
import { SandboxBusy, SandboxError } from '#service/bubblewrap/sandbox-error.ts'
import { createHealth, type CheckState, type HealthCheck } from '#service/health.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService, post, requestFor } from './test-service.ts'

describe('the health of a service', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is looked at at the start, sooner again where something failed, and never for a request', async () => {
    let runs = 0
    let broken = true
    const { health, log } = watched({
      name: 'kasan',
      run: () => (
        (runs += 1),
        broken ? Promise.reject(new Error('a boot ends in a crash')) : Promise.resolve('passed')
      ),
    })
    const end = health.watch()
    await vi.advanceTimersByTimeAsync(0)
    expect([runs, health.states()]).toEqual([1, { kasan: 'failed' }])
    expect(log()).toContain('a boot ends in a crash')
    await createService(() => health.states()).request('/readyz')
    expect(runs).toBe(1)
    broken = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect([runs, health.states()]).toEqual([2, { kasan: 'passed' }])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(runs).toBe(2)
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(runs).toBe(3)
    end()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(runs).toBe(3)
  })

  it('is not looked at again where it was well, as long as something else is being made', async () => {
    let runs = 0
    const good = { name: 'userspace', run: () => ((runs += 1), Promise.resolve('passed' as const)) }
    const made = { name: 'kasan', run: () => Promise.resolve('skipped' as const) }
    const health = createHealth([good, made], pino({ level: 'silent' }))
    const end = health.watch()
    await vi.advanceTimersByTimeAsync(4 * 60_000)
    expect(runs).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(runs).toBe(2)
    end()
  })

  it('is not told by a machine that has no room for a moment', async () => {
    let runs = 0
    const busyOnce = (): Promise<'passed'> =>
      (runs += 1) === 1 ? Promise.reject(new SandboxBusy('no room')) : Promise.resolve('passed')
    const { health, log } = watched({ name: 'kasan', run: busyOnce })
    await health.check()
    expect([runs, health.states(), log()]).toEqual([2, { kasan: 'passed' }, ''])
  })

  it('says nothing yet of what is still being made', async () => {
    const { health } = watched({ name: 'lockdep', run: () => Promise.resolve('skipped') })
    await health.check()
    expect(health.states()).toEqual({ lockdep: 'pending' })
  })
})

describe('/readyz', () => {
  it.each([
    [{ sandbox: 'passed', kasan: 'passed' }, 200, 'ready'],
    [{ sandbox: 'passed', kasan: 'pending' }, 503, 'starting'],
    [{ sandbox: 'passed', kasan: 'failed' }, 503, 'degraded'],
  ] as const)('of %j answers %i, %s', async (checks, status, word) => {
    const response = await createService(() => checks).request('/readyz')
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ status: word, checks })
  })

  it('is no page of the site, and /healthz stays well while something is degraded', async () => {
    const app = createService(() => ({ kasan: 'failed' }))
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('/api/status', () => {
  it('says which of the stages that are ready is degraded', async () => {
    const status = await (
      await createService(() => ({ userspace: 'failed', kasan: 'failed' })).request('/api/status')
    ).json()
    expect(status).toMatchObject({
      userspace: {
        state: 'ready',
        toolchain: 'rustc 1.85.1',
        degraded: expect.stringContaining('self-test'),
      },
      kasan: { state: 'unavailable' },
    })
  })

  it('says it of all stages where the sandbox does not work', async () => {
    const status = await (await createService(() => ({ sandbox: 'failed' })).request('/api/status')).json()
    expect(status).toMatchObject({ userspace: { degraded: expect.any(String) } })
  })
})

describe('an answer to the public', () => {
  it.each([
    'spawn /usr/bin/bwrap ENOENT',
    "bwrap: Can't find source path /home/operator/.cache/no-oops/userspace-trixie/root/usr: Permission denied",
    'bwrap: No permissions to create new namespace',
    'something about /var/lib/secret that nobody knows',
  ])('has no path of the host and no advice for its owner: %s', async (message) => {
    let log = ''
    const logger = pino({}, { write: (line: string) => void (log += line) })
    const app = createTestService({ run: () => Promise.reject(new SandboxError(message)) }, { logger })
    const response = await app.request('/api/compile', post(requestFor('fn main() {}')))
    expect(response.status).toBe(503)
    expect(await response.text()).not.toMatch(
      /\/(home|usr|var|proc)\b|sudo|sysctl|apt-get|NO_OOPS_CACHE|--security-opt|SERVICE_URL/,
    )
    expect(log).toContain(JSON.stringify(message).slice(1, -1))
    expect(log).toContain('remedy')
  })
})

describe('a crash', () => {
  it('is logged with its exit code and the end of its standard error', () => {
    let log = ''
    const end = logCrashes(pino({}, { write: (line: string) => void (log += line) }))
    const stderr = `${'x'.repeat(5000)}the last words`
    expect(toJobResult({ code: 139, stdout: new Uint8Array(), stderr }, 'others')).toEqual({
      kind: 'stopped',
      reason: 'crash',
    })
    end()
    noteCrash({ code: 1, stderr: 'after the end' })
    expect(JSON.parse(log)).toMatchObject({
      crash: { code: 139, stderr: expect.stringMatching(/^x+the last words$/) },
    })
    expect(log.length).toBeLessThan(2500)
  })

  it('that is none is not logged', () => {
    let log = ''
    const end = logCrashes(pino({}, { write: (line: string) => void (log += line) }))
    toJobResult({ code: 1, stdout: new Uint8Array(), stderr: '' }, 'kernel')
    toJobResult({ code: 128 + 9, stdout: new Uint8Array(), stderr: '' }, 'kernel')
    end()
    expect(log).toBe('')
  })
})

describe('/metrics', () => {
  it.each(['HOST=0.0.0.0', 'TRUST_PROXY=1', 'METRICS_PORT=9464'])(
    'is not shown to the public, as with %s',
    async (setting) => {
      const environment = Object.fromEntries([setting.split('=')]) as Record<string, string>
      const app = createTestService(createFakeSandbox(), { environment })
      expect((await app.request('/metrics')).status).toBe(404)
    },
  )

  it('is there on its own port, whoever may reach that', async () => {
    const environment = { METRICS_PORT: '9464', TRUST_PROXY: '1' }
    const app = createTestService(createFakeSandbox(), { environment })
    const incoming = { socket: { remoteAddress: '203.0.113.9' } }
    const ask = (path: string) => app.request(path, {}, { incoming, port: 'metrics' })
    expect(await (await ask('/metrics')).text()).toContain('no_oops_jobs_running 0')
    expect((await ask('/api/status')).status).toBe(404)
  })
})

function createService(checks: () => Record<string, CheckState>) {
  return createTestService(createFakeSandbox(), { checks })
}

function watched(check: HealthCheck) {
  let log = ''
  const logger = pino({}, { write: (line: string) => void (log += line) })
  return { health: createHealth([check], logger), log: () => log }
}
