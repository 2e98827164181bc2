import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createFakeSandbox } from './fake-sandbox.ts'
import { compileWith, createTestService, post, requestFor, type TestService } from './test-service.ts'

const program = requestFor('fn main() {}')
const other = requestFor('fn main() { }')

describe('requests for the same program', () => {
  it('are compiled once when they come at the same time', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox)
    const answers = Array.from({ length: 20 }, () => compileWith(app, program))
    const job = await sandbox.next()
    await sleep(10)
    job.end()
    expect(new Set((await Promise.all(answers)).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect(sandbox.jobs).toHaveLength(1)
  })

  it('are answered from the cache later, whatever the order of their files', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox)
    const first = compileWith(app, requestFor({ 'main.rs': 'mod a;', 'a.rs': '' }))
    const job = await sandbox.next()
    job.end()
    expect(await first).toMatchObject({ cached: false })
    expect(await compileWith(app, requestFor({ 'a.rs': '', 'main.rs': 'mod a;' }))).toMatchObject({
      cached: true,
    })
    expect(sandbox.jobs).toHaveLength(1)
  })

  it('are compiled again after the service broke', async () => {
    const ends = [Promise.reject(new Error('broken')), Promise.resolve(exited)]
    const app = createTestService({ run: () => ends.shift()! })
    expect((await app.request('/api/compile', post(program))).status).toBe(500)
    expect((await app.request('/api/compile', post(program))).status).toBe(200)
  })

  it('that differ in the action do not share an answer', async () => {
    const app = createTestService({ run: () => Promise.resolve(exited) })
    await compileWith(app, program)
    expect(await compileWith(app, { ...program, action: 'lint' })).toMatchObject({ cached: false })
  })
})

describe('a client that hangs up', () => {
  it('ends its job', async () => {
    const sandbox = createFakeSandbox()
    const client = new AbortController()
    const answer = createTestService(sandbox).request('/api/compile', post(program, client.signal))
    const job = await sandbox.next()
    client.abort()
    await answer
    expect(job.aborted).toBe(true)
  })

  it('leaves the job to others who wait for it', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox)
    const client = new AbortController()
    const impatient = app.request('/api/compile', post(program, client.signal))
    const patient = compileWith(app, program)
    const job = await sandbox.next()
    await sleep(5)
    client.abort()
    await impatient
    expect(job.aborted).toBe(false)
    job.end()
    expect(await patient).toMatchObject({ outcome: 'accepted' })
  })

  it('while it waits never starts a compiler', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox, { environment: { JOBS: '1' } })
    const running = compileWith(app, program)
    const first = await sandbox.next()
    const client = new AbortController()
    const waiting = app.request('/api/compile', post(other, client.signal))
    await sleep(5)
    client.abort()
    await waiting
    first.end()
    await running
    await sleep(5)
    expect(sandbox.jobs).toHaveLength(1)
  })

  it('and comes back gets a job of its own, not the dead one', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox)
    const client = new AbortController()
    const gone = app.request('/api/compile', post(program, client.signal))
    await sandbox.next()
    client.abort()
    const again = compileWith(app, program)
    const job = await sandbox.next()
    job.end()
    await gone
    expect(await again).toMatchObject({ outcome: 'accepted', cached: false })
  })
})

describe('the queue', () => {
  it('runs as many at once as it has jobs, and refuses with 429 when too many wait', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox, { environment: { JOBS: '2', QUEUE_LIMIT: '3' } })
    const answers = Array.from({ length: 5 }, (_, n) => compileWith(app, requestFor(`// ${n}`)))
    await sleep(10)
    const refused = await app.request('/api/compile', post(requestFor('// one more')))
    expect(sandbox.jobs).toHaveLength(2)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    for (const _ of answers) (await sandbox.next()).end()
    expect(await Promise.all(answers)).toHaveLength(5)
  })
})

describe('clients who share the queue', () => {
  const environment = { JOBS: '1', QUEUE_LIMIT: '3', TRUST_PROXY: '1' }
  const ask = async (app: TestService, source: string, address: string): Promise<Response> => {
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
    return app.request('/api/compile', { ...post(requestFor(source)), headers })
  }

  it('take turns, and each of them keeps its order', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox, { environment })
    const greedy = ['1', '2', '3', '4'].map((n) => ask(app, `// greedy ${n}`, '192.0.2.1'))
    await sleep(10)
    const modest = ask(app, '// modest', '192.0.2.2')
    await sleep(10)
    for (let n = 0; n < 5; n += 1) (await sandbox.next()).end()
    await Promise.all([...greedy, modest])
    expect(sandbox.jobs.map(({ files }) => files['main.rs'])).toEqual([
      '// greedy 1',
      '// greedy 2',
      '// modest',
      '// greedy 3',
      '// greedy 4',
    ])
  })

  it('cannot fill it for those who have nothing in it', async () => {
    const sandbox = createFakeSandbox()
    const app = createTestService(sandbox, { environment })
    const greedy = ['1', '2', '3', '4'].map((n) => ask(app, `// greedy ${n}`, '192.0.2.1'))
    await sleep(10)
    expect((await ask(app, '// greedy 5', '192.0.2.1')).status).toBe(429)
    const modest = ask(app, '// modest', '192.0.2.2')
    await sleep(10)
    for (let n = 0; n < 5; n += 1) (await sandbox.next()).end()
    expect((await modest).status).toBe(200)
    await Promise.all(greedy)
  })
})

describe('the rate limit', () => {
  it('refuses with 429 and says when to come again', async () => {
    const app = createTestService(
      { run: () => Promise.resolve(exited) },
      { environment: { RATE_LIMIT: '2' } },
    )
    const ask = () => app.request('/api/compile', post(program))
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  it('counts each client behind a trusted proxy', async () => {
    const environment = { RATE_LIMIT: '1', TRUST_PROXY: '1' }
    const app = createTestService({ run: () => Promise.resolve(exited) }, { environment })
    const ask = (address: string) => {
      const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
      return app.request('/api/compile', { ...post(program), headers })
    }
    expect((await ask('spoofed, 192.0.2.1')).status).toBe(200)
    expect((await ask('192.0.2.2')).status).toBe(200)
    expect((await ask('other, 192.0.2.1')).status).toBe(429)
  })

  it('believes nobody who only claims to be a proxy', async () => {
    const app = createTestService(
      { run: () => Promise.resolve(exited) },
      { environment: { RATE_LIMIT: '1' } },
    )
    const ask = (address: string) => {
      const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address }
      return app.request('/api/compile', { ...post(program), headers })
    }
    expect((await ask('192.0.2.1')).status).toBe(200)
    expect((await ask('192.0.2.2')).status).toBe(429)
  })
})

const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const
