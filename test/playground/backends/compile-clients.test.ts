import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { CompileRequest } from '#protocol/compile.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { driverExercise } from '../driver-exercise.ts'
import { createRecordedCompileClient } from '#playground/backends/compile/recorded-compile-client.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'
import { createServiceCompileClient } from '#playground/backends/compile/service-compile-client.ts'
import { withFallback } from '#playground/backends/compile/with-fallback.ts'
import { retryWhileBusy } from '#playground/backends/compile/retry-while-busy.ts'

const start = { 'main.rs': 'fn main() { undeclared(); }\n' }
const refused = {
  severity: 'error' as const,
  code: 'E0425',
  message: 'cannot find function `undeclared` in this scope',
  spans: [],
  children: [],
  fixes: [],
}
const exercise: ProvenExercise = {
  slug: 'a/b',
  title: 'A',
  target: 'userspace',
  variant: 'kasan',
  root: 'main.rs',
  driver: '',
  boot: 'insmod driver.ko\n',
  expect: 'E0425',
  rules: [],
  start,
  solution: { 'main.rs': 'fn main() {}\n' },
  wrong: {},
  opening: {},
  hints: { first: { otherwise: '' }, second: '', third: '', solution: '' },
  recorded: {
    toolchain: 'rustc 1.85.1',
    kernel: '7.3.4',
    start: { outcome: 'rejected', action: 'check', diagnostics: [refused] },
    solution: { outcome: 'accepted', action: 'check', diagnostics: [] },
    wrong: {},
    tests: [],
    boots: {},
    sources: {},
  },
}

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** A client of a service that answers so. */
async function serviceThat(answers: RequestListener): Promise<CompileClient> {
  const server = createServer(answers).listen(0)
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return createServiceCompileClient(`http://localhost:${(server.address() as AddressInfo).port}`)
}

const problem =
  (status: number, headers = {}): RequestListener =>
  (request, response) => {
    if (request.url === '/api/status') {
      const preparing = { userspace: { state: 'preparing', percent: 62, step: 'packages' } }
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(preparing))
    }
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    response.end(JSON.stringify({ type: 'about:blank', title: 'No', status }))
  }

const compiles: RequestListener = (_, response) => {
  const compiled = { toolchain: 'rustc 1.85.1', cached: false, milliseconds: 40 }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ outcome: 'rejected', diagnostics: [refused], ...compiled }))
}

const answers =
  (body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const check = (files = start): CompileRequest => ({
  target: 'userspace',
  language: 'rust',
  action: 'check',
  files,
})
const ask = (compileClient: CompileClient, request = check()) =>
  compileClient.compile(request, new AbortController().signal)

describe.each([
  ['service', () => serviceThat(compiles)],
  ['recorded', async () => createRecordedCompileClient(exercise)],
])('the %s client', (_, create) => {
  it('gives the result of a program', async () => {
    const answer = await ask(await create())
    expect(answer).toMatchObject({
      kind: 'result',
      result: { outcome: 'rejected', toolchain: 'rustc 1.85.1', diagnostics: [{ code: 'E0425' }] },
    })
  })

  it('ends with AbortError, and only so, when the request is dropped', async () => {
    const compileClient = await create()
    await expect(compileClient.compile(check(), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('the client of the service', () => {
  it('tells that the queue is full, and when to ask again', async () => {
    expect(await ask(await serviceThat(problem(429, { 'retry-after': '3' })))).toEqual({
      kind: 'busy',
      retryAfter: 3,
    })
  })

  it('tells how far the compiler is that is being prepared', async () => {
    expect(await ask(await serviceThat(problem(503)))).toMatchObject({
      kind: 'preparing',
      percent: 62,
      step: 'packages',
    })
  })

  it('tells why a program was not taken', async () => {
    expect(await ask(await serviceThat(problem(413)))).toEqual({ kind: 'refused', detail: 'No' })
  })

  it('takes the page of a static host for no service', async () => {
    const page: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
    expect(await ask(await serviceThat(page))).toMatchObject({ kind: 'unreachable' })
  })

  it('says that the page is older than the service where the answer does not fit', async () => {
    const later = { outcome: 'rejected', toolchain: 'rustc 2.0.0', findings: [] }
    expect(await ask(await serviceThat(answers(later)))).toEqual({ kind: 'outdated' })
  })

  it('overlooks fields that a later service may add', async () => {
    const later = { outcome: 'stopped', reason: 'time', seconds: 10 }
    expect(await ask(await serviceThat(answers(later)))).toEqual({
      kind: 'result',
      result: { outcome: 'stopped', reason: 'time' },
    })
  })

  it('takes for no service what refuses in other words, such as a proxy', async () => {
    const proxy: RequestListener = (_, response) =>
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"no"}')
    expect(await ask(await serviceThat(proxy))).toMatchObject({ kind: 'unreachable' })
  })

  it('tells that nobody answers', async () => {
    expect(await ask(createServiceCompileClient('http://localhost:1'))).toMatchObject({ kind: 'unreachable' })
  })
})

it('the recorded client knows unmodified programs only', async () => {
  const recorded = createRecordedCompileClient(exercise)
  expect(await ask(recorded, check({ 'main.rs': 'fn main() { other(); }' }))).toMatchObject({
    kind: 'unreachable',
  })
  const solution = { 'main.rs': 'fn main() {}\n' }
  expect(await ask(recorded, { ...check(solution), action: 'build' })).toMatchObject({ kind: 'unreachable' })
  expect(await ask(recorded, { ...check(solution), action: 'lint' })).toMatchObject({ kind: 'unreachable' })
})

it('the recorded client knows that what is refused when it is checked is refused when it is built', async () => {
  const answer = await ask(createRecordedCompileClient(exercise), { ...check(), action: 'build' })
  expect(answer).toMatchObject({ kind: 'result', result: { outcome: 'rejected', diagnostics: [refused] } })
})

it('the recorded client knows what Clippy said of what it looked through', async () => {
  const solution = { outcome: 'accepted', action: 'lint', diagnostics: [] } as const
  const linted = createRecordedCompileClient({
    ...exercise,
    recorded: { ...exercise.recorded!, solution: { ...solution, diagnostics: [] } },
  })
  const request = { ...check({ 'main.rs': 'fn main() {}\n' }), action: 'lint' } as const
  expect(await ask(linted, request)).toMatchObject({ kind: 'result', result: { outcome: 'accepted' } })
})

it('the recorded client knows what clang said of the driver that was booted', async () => {
  const recorded = createRecordedCompileClient(driverExercise)
  const how = { target: 'kernel', language: 'c', action: 'check', variant: 'kasan' } as const
  const request = { ...how, files: { 'driver.c': driverExercise.driver } }
  expect(await ask(recorded, request)).toMatchObject({ kind: 'result', result: { outcome: 'accepted' } })
  const edited = { ...request, files: { 'driver.c': `${driverExercise.driver}int more;` } }
  expect(await ask(recorded, edited)).toMatchObject({ kind: 'unreachable' })
})

it('what is recorded stands in where the service does not answer, and says why', async () => {
  const compileClient = withFallback(await serviceThat(problem(503)), createRecordedCompileClient(exercise))
  expect(await ask(compileClient)).toMatchObject({
    kind: 'result',
    recorded: { because: { kind: 'preparing' } },
  })
})

it('a build waits for its turn where the queue is full', async () => {
  let asked = 0
  const patient = retryWhileBusy({
    compile: async () =>
      ++asked < 3 ? { kind: 'busy', retryAfter: 0.01 } : { kind: 'refused', detail: 'taken' },
  })
  expect(await ask(patient, { ...check(), action: 'build' })).toMatchObject({ kind: 'refused' })
  expect(asked).toBe(3)
})

it('leaves a check as the reader types to the loop that repeats it', async () => {
  const busy = { kind: 'busy', retryAfter: 1 } as const
  expect(await ask(retryWhileBusy({ compile: async () => busy }))).toEqual(busy)
})
