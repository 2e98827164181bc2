import { describe, expect, it } from 'vitest'
import type { Job, JobResult, Sandbox } from '#service/sandbox.ts'
import { createTestService, post, type TestService } from '../test-service.ts'

const origin = 'https://book.example.org'

describe('without PLAYGROUND_API=1', () => {
  it('guests find nothing', async () => {
    const app = serveGuests({}, { PLAYGROUND_API: '0' })
    for (const path of ['/execute', '/evaluate.json', '/format', '/clippy', '/meta/crates'])
      expect((await app.request(path, post({ code: '' }))).status).toBe(404)
  })
})

describe('/execute', () => {
  it('gives what the program printed, and what rustc and the program said', async () => {
    const app = serveGuests({ run: { stdout: 'hello\n', stderr: 'a warning of its own\n' }, warning: true })
    const response = await app.request('/execute', post(hello))
    expect(await response.json()).toEqual({
      success: true,
      exitDetail: 'Exited with status 0',
      stdout: 'hello\n',
      stderr: 'warning: unused\n\na warning of its own\n',
    })
  })

  it('has no success with a program that panics', async () => {
    const app = serveGuests({ run: { code: 101, stderr: 'panicked\n' } })
    expect(await (await app.request('/execute', post(hello))).json()).toMatchObject({
      ...{ success: false, exitDetail: 'Exited with status 101', stderr: 'panicked\n' },
    })
  })

  it('says of a program that is stopped why, after what it printed', async () => {
    const app = serveGuests({ stopped: 'time', run: { stdout: 'still here\n' } })
    expect(await (await app.request('/execute', post(hello))).json()).toEqual({
      success: false,
      exitDetail: 'Exited with status 137',
      stdout: 'still here\n',
      stderr: 'error: the program was stopped: it ran for longer than 10 seconds\n',
    })
  })

  it('takes several files, with or without the folder of Cargo', async () => {
    const jobs: Job[] = []
    const code = [
      { name: 'src/main.rs', content: 'mod ring;' },
      { name: 'src/ring.rs', content: '' },
    ]
    await serveGuests({ jobs }).request('/execute', post({ ...hello, code }))
    expect(Object.keys(jobs[0]!.files)).toEqual(['main.rs', 'ring.rs'])
  })

  it.each([
    ['no edition, which is 2015', {}, '--edition 2015'],
    ['an empty edition, which is 2015', { edition: '' }, '--edition 2015'],
    ['an edition', { edition: '2024' }, '--edition 2024'],
    ['a release', { mode: 'release' }, '-Copt-level=3'],
    ['a library', { crateType: 'lib' }, '--crate-type lib'],
    ['tests', { tests: true }, '--test'],
  ])('asks the compiler for %s', async (_, asked, words) => {
    const jobs: Job[] = []
    await serveGuests({ jobs }).request('/execute', post({ ...hello, ...asked }))
    expect(jobs[0]!.command.join(' ')).toContain(words)
  })
})

describe('/evaluate.json, which mdBook asks', () => {
  it('gives what the program printed', async () => {
    const app = serveGuests({ run: { stdout: 'hello\n', stderr: 'not shown\n' } })
    const response = await app.request('/evaluate.json', post({ ...ofMdBook, code: 'fn main() {}' }))
    expect(await response.json()).toEqual({ result: 'hello\n', error: null })
  })

  it('gives all that was said of a program without success, twice', async () => {
    const app = serveGuests({ run: { code: 101, stdout: 'before\n', stderr: 'panicked\n' } })
    const response = await app.request('/evaluate.json', post({ ...ofMdBook, code: 'fn main() {}' }))
    expect(await response.json()).toEqual({ result: 'panicked\nbefore\n', error: 'panicked\nbefore\n' })
  })
})

describe('the other addresses', () => {
  it('/meta/crates has none, by GET and POST: a book shows no button for a program that needs one', async () => {
    const app = serveGuests({})
    for (const init of [{}, post('')])
      expect(await (await app.request('/meta/crates', init)).json()).toEqual({ crates: [] })
  })

  it('/meta/versions names the one compiler for each channel', async () => {
    const stdout =
      'rustc 1.85.1 (4eb161250 2025-03-15)\nrustfmt 1.8.0\nclippy 0.1.85 (4eb1612503 2025-03-15)\n'
    const tools = {
      rustc: { version: '1.85.1', hash: '4eb161250', date: '2025-03-15' },
      rustfmt: { version: '1.8.0', hash: '', date: '' },
      clippy: { version: '0.1.85', hash: '4eb1612503', date: '2025-03-15' },
    }
    const app = serveGuests({ tools: stdout })
    const versions = { stable: tools, beta: tools, nightly: tools }
    expect(await (await app.request('/meta/versions')).json()).toEqual(versions)
  })

  it('/clippy says what clippy says by itself, without the rules of our lessons', async () => {
    const jobs: Job[] = []
    const response = await serveGuests({ jobs, warning: true }).request(
      '/clippy',
      post({ code: 'fn main() {}' }),
    )
    expect(await response.json()).toEqual({
      ...{ success: true, exit_detail: '', stdout: '' },
      stderr: 'warning: unused\n\n',
    })
    expect(jobs[0]!.command[0]).toBe('clippy-driver')
    expect(jobs[0]!.command.join(' ')).not.toContain('clippy::')
  })
})

describe('what guests ask wrongly', () => {
  it.each([
    ['no JSON', 'code', 400, 'not JSON'],
    ['no code', { edition: '2021' }, 400, 'code'],
    ['a path out of the folder', { code: [{ name: '../main.rs', content: '' }] }, 400, '../main.rs'],
    ['no main.rs', { code: [{ name: 'ring.rs', content: '' }] }, 400, 'main.rs is missing'],
    ['an edition that there is not', { code: '', edition: '2077' }, 400, 'edition'],
    ['more than a program may have', { code: 'x'.repeat(70_000) }, 413, '65536'],
    ['more than a request may have', { code: 'x'.repeat(200_000) }, 413, '163840'],
  ])('%s is said in the shape of the Rust Playground', async (...[, body, status, words]) => {
    const response = await serveGuests({}).request('/execute', post(body))
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: string }
    expect(error).toContain(words)
  })

  it('a form of another site, for which no browser asks first, is not read', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: JSON.stringify(hello) }
    expect((await serveGuests({}).request('/execute', init)).status).toBe(415)
  })

  it('a compiler that is not there yet is said as a result too, for mdBook shows nothing else', async () => {
    const stage = { state: 'preparing', percent: 7, step: 'packages' } as const
    const app = createTestService(toSandbox({}), { environment: on, programs: toPrograms({}), stage })
    const response = await app.request('/evaluate.json', post({ ...ofMdBook, code: '' }))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ result: expect.stringContaining('being prepared') })
  })
})

describe('who may ask', () => {
  const ask = { ...post(hello), headers: { 'Content-Type': 'application/json', Origin: origin } }

  it('are pages of the sites in PLAYGROUND_ORIGINS, also for an answer that is a problem', async () => {
    const app = serveGuests({}, { PLAYGROUND_ORIGINS: `${origin},https://other.example.org` })
    for (const path of ['/execute', '/clippy']) {
      const headers = (await app.request(path, ask)).headers
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
    }
    const { headers } = await app.request('/execute', { ...ask, body: 'no JSON' })
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
  })

  it('are no others, whatever CORS_ORIGIN says of the course', async () => {
    const app = serveGuests({}, { CORS_ORIGIN: '*' })
    expect((await app.request('/execute', ask)).headers.get('Access-Control-Allow-Origin')).toBe(null)
  })

  it('have a rate of their own', async () => {
    const app = serveGuests({}, { PLAYGROUND_RATE_LIMIT: '2' })
    const statusOf = async (path: string, init?: RequestInit) => (await app.request(path, init)).status
    expect(await statusOf('/execute', post(hello))).toBe(200)
    expect(await statusOf('/meta/crates')).toBe(200)
    expect(await statusOf('/execute', post(hello))).toBe(429)
    expect(await statusOf('/api/status')).toBe(200)
  })
})

const hello = { channel: 'stable', mode: 'debug', crateType: 'bin', tests: false, code: 'fn main() {}' }
const ofMdBook = { version: 'stable', optimize: '0', edition: '2021' }
const on = { PLAYGROUND_API: '1' }

/** What the sandboxes of a test answer. */
interface Answers {
  warning?: boolean
  run?: { code?: number; stdout?: string; stderr?: string }
  stopped?: 'time'
  tools?: string
  /** Takes what the compilers are asked for. */
  jobs?: Job[]
}

function serveGuests(answers: Answers, environment: Record<string, string> = {}): TestService {
  return createTestService(toSandbox(answers), {
    environment: { ...on, ...environment },
    programs: toPrograms(answers),
  })
}

function toSandbox({ warning, tools, jobs = [] }: Answers): Sandbox {
  const stderr = warning ? `${JSON.stringify({ $message_type: 'diagnostic', ...unused })}\n` : ''
  return {
    run(job) {
      jobs.push(job)
      return Promise.resolve({ ...exited, stdout: Buffer.from(tools ?? 'a module'), stderr })
    },
  }
}

function toPrograms({ run = {}, stopped }: Answers) {
  const { code = 0, stdout = '', stderr = '' } = run
  const sandbox: Sandbox = {
    run({ onStdout }) {
      onStdout?.(Buffer.from(stdout))
      return Promise.resolve<JobResult>(
        stopped ? { kind: 'stopped', reason: stopped } : { ...exited, code, stderr },
      )
    },
  }
  return { sandbox, runtime: () => Promise.resolve({ command: ['node'], files: {} }) }
}

const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const

const unused = {
  ...{ message: 'unused', code: null, level: 'warning', spans: [], children: [] },
  rendered: 'warning: unused\n\n',
}
