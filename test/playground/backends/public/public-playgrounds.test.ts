import { describe, expect, it } from 'vitest'
import { createCompilerExplorer } from '#playground/backends/public/compiler-explorer.ts'
import type { PublicPlayground } from '#playground/backends/public/public-playground.ts'
import { createRustPlayground } from '#playground/backends/public/rust-playground.ts'
import type { Fetch } from '#playground/backends/send-request.ts'
import { accepted, ask, describeCompileClient, refused } from '../compile-contract.ts'
import {
  standInForCompilerExplorer,
  standInForRustPlayground,
  standInThat,
  type StandIn,
} from './stand-ins.ts'

const never = new AbortController().signal

interface Playground {
  host: string
  standIn: () => StandIn
  create: (fetch: Fetch) => PublicPlayground
}

const playgrounds: Playground[] = [
  { host: 'play.rust-lang.org', standIn: standInForRustPlayground, create: createRustPlayground },
  { host: 'godbolt.org', standIn: standInForCompilerExplorer, create: createCompilerExplorer },
]

for (const { host, standIn, create } of playgrounds) {
  describeCompileClient(host, () => create(standIn().fetch))

  describe(host, () => {
    const run = (source: string, action: 'build' | 'test' = 'build') =>
      create(standIn().fetch).run(ask(source, action), never)

    it('is named in each answer', async () => {
      expect(await create(standIn().fetch).compile(ask(accepted), never)).toMatchObject({ elsewhere: host })
    })

    it('runs a program, and gives what it wrote and how it ended', async () => {
      expect(await run(accepted)).toMatchObject({
        ...{ kind: 'ran', host, ending: { kind: 'exited', code: 0 } },
        outputs: [
          { stream: 'stdout', text: 'hello\n' },
          { stream: 'stderr', text: 'said by the program\n' },
        ],
      })
    })

    it('runs nothing that rustc refuses', async () => {
      expect(await run(refused.source)).toMatchObject({ kind: 'not built', result: { outcome: 'rejected' } })
    })

    it('tells of each test whether it passed, and what it wrote', async () => {
      const ran = await run(accepted, 'test')
      expect(ran).toMatchObject({
        tests: [
          { name: 'adds', passed: true, output: '' },
          { name: 'fails', passed: false, output: expect.stringContaining('assertion failed: false') },
        ],
      })
    })

    it('is sent one whole program, with the tests of a lesson as a module of it, and nothing that names the reader', async () => {
      const { fetch, sent } = standIn()
      const files = { 'main.rs': accepted, 'tests.rs': '#[test]\nfn adds() {}' }
      await create(fetch).run({ ...ask(accepted, 'build'), files }, never)
      const { url, body, init } = sent[0]!
      expect(new URL(url).host).toBe(host)
      expect(body.code ?? body.source).toContain('mod tests {\n#[test]\nfn adds() {}\n}')
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    })

    it('is sent nothing of a program of several files', async () => {
      const { fetch, sent } = standIn()
      const answer = await create(fetch).compile(ask(accepted, 'check', { 'ring.rs': '' }), never)
      expect(answer).toMatchObject({ kind: 'refused', detail: expect.stringContaining('one file') })
      expect(sent).toEqual([])
    })

    it.each([
      ['is out of reach', () => Promise.reject(new TypeError('no network'))],
      ['answers with a page', () => new Response('<!DOCTYPE html>', { status: 200 })],
      ['answers in another shape', () => Response.json({ error: 'Could not start the container' })],
      ['breaks', () => Response.json({ error: 'broken' }, { status: 500 })],
    ])('that %s is named, and is no result', async (_, response) => {
      const answer = await create(standInThat(response).fetch).compile(ask(accepted), never)
      expect(answer).toEqual({ kind: 'silent elsewhere', host, retryAfter: 30 })
    })

    it('that has too much to do is said to be busy', async () => {
      const { fetch } = standInThat(() => new Response('', { status: 429 }))
      expect(await create(fetch).compile(ask(accepted), never)).toMatchObject({ kind: 'busy' })
    })
  })
}
