import { describe, expect, it } from 'vitest'
import type { Fetch } from '#playground/backends/send-request.ts'
import { readProgram, readRecorded } from '../compiler-output/rustc-json/programs.ts'
import { createFakeHost, type FakeHostOptions } from './fake-host.ts'
import { fetchOf, serviceThatSays } from './fetch-of.ts'

const source = readProgram('two-writers')
const refusing = fetchOf(serviceThatSays(readRecorded('two-writers')))
const accepting = fetchOf(serviceThatSays(''))

/** A host with a program that is refused. */
function refused(options: FakeHostOptions = {}) {
  return createFakeHost({ files: { 'src/two.rs': source }, fetch: refusing, ...options })
}

/** A folder with a driver and its twin, of which the one in a language is refused. */
function withBothDrivers(refusedLanguage: string) {
  const files = { 'driver.c': 'int n;\n', 'driver.rs': 'use kernel::prelude::*;\n' }
  const fetch: Fetch = async (_, init) => {
    const { language } = JSON.parse(init?.body as string) as { language: string }
    const outcome = language === refusedLanguage ? 'rejected' : 'accepted'
    return Response.json({ outcome, diagnostics: [], toolchain: language, cached: false, milliseconds: 1 })
  }
  return createFakeHost({ files, fetch })
}

describe('no-oops check', () => {
  it('prints rustc’s own text with the user’s name of the file, and exits with 1', async () => {
    const { run, out, err } = refused()
    expect(await run('check src/two.rs')).toBe(1)
    expect(out()).toMatch(/^error\[E0499\]: cannot borrow .+\n +--> src\/two\.rs:\d+:\d+\n/)
    expect(out()).toMatch(/\nsrc\/two\.rs: refused, 1 error \(rustc 1\.85\.1, [\d.]+ s\)\n$/)
    expect(err()).toBe('')
  })

  it('exits with 0 for a program that is accepted', async () => {
    const { run, out } = refused({ fetch: accepting })
    expect(await run('check src/two.rs')).toBe(0)
    expect(out()).toMatch(/^src\/two\.rs: accepted/)
  })

  it.each(['check', 'check .'])('looks at both drivers of a folder by «%s», C first', async (line) => {
    const { run, out } = withBothDrivers('none')
    expect(await run(line)).toBe(0)
    expect(out()).toMatch(/^driver\.c: accepted[^\n]*\ndriver\.rs: accepted[^\n]*\n$/)
  })

  it.each(['c', 'rust'])(
    'exits with 1 where one of both drivers is refused: that in %s',
    async (language) => {
      const { run, out } = withBothDrivers(language)
      expect(await run('check')).toBe(1)
      expect(out()).toMatch(language === 'c' ? /c: refused[^]*rs: accepted/ : /c: accepted[^]*rs: refused/)
    },
  )

  it('looks at the driver in one language where that is asked for', async () => {
    const { run, out } = withBothDrivers('none')
    expect(await run('check --language rust')).toBe(0)
    expect(out()).toMatch(/^driver\.rs: accepted[^\n]*\n$/)
  })

  it('writes a line for each diagnostic where a short form is asked for', async () => {
    const { run, out } = refused()
    await run('check --message-format short src/two.rs')
    expect(out()).toMatch(/^src\/two\.rs:\d+:\d+: error\[E0499\]: cannot borrow [^\n]+\n$/)
  })

  it('writes objects where JSON is asked for, the result last', async () => {
    const { run, out } = refused()
    await run('check --message-format json src/two.rs')
    const [diagnostic, result] = out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(diagnostic).toMatchObject({
      kind: 'diagnostic',
      code: 'E0499',
      spans: [{ file: 'src/two.rs' }, {}, {}],
    })
    expect(diagnostic).toHaveProperty('rendered')
    expect(result).toMatchObject({ kind: 'result', file: 'src/two.rs', outcome: 'rejected' })
  })

  it('tells the story as steps, with rails beside the code', async () => {
    const { run, out } = refused()
    await run('check --story src/two.rs')
    expect(out()).toContain('1 ')
    expect(out()).toMatch(/^ +\d+ +○1 /m)
    expect(out()).toMatch(/^ +\d+ +■2 /m)
    expect(out()).not.toContain('-->')
  })

  it('reads standard input', async () => {
    const { run, out } = refused({ stdin: source })
    expect(await run('check -')).toBe(1)
    expect(out()).toContain('--> <stdin>:')
  })
})

describe('colours', () => {
  const escape = '\x1b['

  it('are there on a terminal only', async () => {
    const [terminal, pipe] = [refused({ isTty: true }), refused()]
    await Promise.all([terminal.run('check src/two.rs'), pipe.run('check src/two.rs')])
    expect(terminal.out()).toContain(escape)
    expect(pipe.out()).not.toContain(escape)
  })

  it('are not there where NO_COLOR is set, unless they are asked for', async () => {
    const [plain, asked] = [1, 2].map(() => refused({ isTty: true, env: { NO_COLOR: '1' } }))
    await Promise.all([plain!.run('check src/two.rs'), asked!.run('check --color always src/two.rs')])
    expect(plain!.out()).not.toContain(escape)
    expect(asked!.out()).toContain(escape)
  })

  it('come with links to the explanation of a code and to the file', async () => {
    const { run, out } = refused({ isTty: true })
    await run('check --service http://service.test src/two.rs')
    expect(out()).toContain('\x1b]8;;http://service.test/errors/E0499/\x1b\\')
    expect(out()).toContain('\x1b]8;;file:///src/two.rs\x1b\\')
  })
})

describe('a command that cannot be done', () => {
  it('says how to start a service where none answers, and exits with 3', async () => {
    const { run, out, err } = refused({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await run('check src/two.rs')).toBe(3)
    expect(err()).toMatch(
      /^no-oops: No service answers at http:\/\/127\.0\.0\.1:4321\. Start one with «npm start»/,
    )
    expect(out()).toBe('')
  })

  it('says that what answers is of another version, and exits with 3', async () => {
    const older: Fetch = async (address) =>
      address.endsWith('/healthz') ? new Response('ok') : new Response('no such route', { status: 404 })
    const newer: Fetch = async () => Response.json({ outcome: 'pondered' })
    for (const fetch of [older, newer]) {
      const { run, err } = refused({ fetch })
      expect(await run('check src/two.rs')).toBe(3)
      expect(err()).toContain('older, newer or something else')
    }
  })

  it('says what the service is still preparing, and exits with 3', async () => {
    const stage = { state: 'preparing', percent: 40, step: 'packages', secondsLeft: 200 } as const
    const { run, err } = refused({ fetch: fetchOf(serviceThatSays('', { stage })) })
    expect(await run('check src/two.rs')).toBe(3)
    expect(err()).toContain('still preparing its compiler: 40 % (packages), about 3 minutes left')
  })

  it.each([
    ['frob', 'unknown command'],
    ['check --target moon src/two.rs', 'Allowed choices are userspace, kernel'],
    ['check --service moon src/two.rs', '«moon» is no address of a service'],
    ['check absent.rs', 'There is no «absent.rs» here'],
    ['explain E12345', 'is no error code'],
  ])('exits with 2 for «%s»', async (line, says) => {
    const { run, err } = refused()
    expect(await run(line)).toBe(2)
    expect(err()).toContain(says)
  })

  it('ends at once with 130 when it is interrupted, and so does the request', async () => {
    let signal: AbortSignal | null | undefined
    const hanging: Fetch = (_address, init) =>
      new Promise((_resolve, reject) => {
        signal = init?.signal
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      })
    const { run, interrupt, out } = refused({ fetch: hanging })
    const code = run('check src/two.rs')
    await expect.poll(() => signal).toBeDefined()
    interrupt()
    expect(await code).toBe(130)
    expect([signal!.aborted, out()]).toEqual([true, ''])
  })
})
