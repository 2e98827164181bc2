import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CompileResult, type CompileRequest } from '#protocol/compile.ts'
import type { RunningServer } from '#service/start-server.ts'
import { openRealService } from '../service/real-service.ts'
import { toolroomTimeout } from '../service/real-toolroom.ts'
import { post, requestFor } from '../service/test-service.ts'
import { readDescendants } from './children.ts'
import { expectations, type Expectation } from './expectations.ts'
import { generated } from './generated.ts'

const secret = 'a-secret-of-the-service'
let server: RunningServer

beforeAll(async () => {
  process.env.SECRET = secret
  server = await openRealService()
}, toolroomTimeout)

afterAll(async () => {
  delete process.env.SECRET
  await server.close()
})

describe('a hostile program', () => {
  it.concurrent.each(expectations)(
    '$program: $danger',
    async (expectation) => {
      const text = await ask(requestFor(readProgram(expectation.program), expectation.action))
      expect(toActual(CompileResult.parse(JSON.parse(text)), expectation)).toEqual(toExpected(expectation))
      for (const leak of [secret, 'root:x:', 'librustc_driver', 'stack backtrace', process.cwd()]) {
        expect(text).not.toContain(leak)
      }
    },
    // Those that run into a limit of time wait for each other.
    120_000,
  )
})

describe('after all of them', () => {
  it('a good program is compiled as ever', async () => {
    expect(JSON.parse(await ask(requestFor('fn main() {}')))).toMatchObject({
      outcome: 'accepted',
      cached: false,
    })
  })

  it('nothing of them runs any more', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain('no_oops_jobs_running 0')
    expect(metrics).toContain('no_oops_jobs_waiting 0')
    expect(readDescendants()).not.toContain('bwrap')
  })
})

async function ask(request: CompileRequest): Promise<string> {
  const response = await fetch(`${server.url}/api/compile`, post(request))
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return text
}

function readProgram(name: string): string {
  return generated[name] ?? readFileSync(new URL(`programs/${name}.rs`, import.meta.url), 'utf8')
}

function toExpected({ outcome }: Expectation): unknown {
  if ('accepted' in outcome) return { outcome: 'accepted' }
  if ('stopped' in outcome) return { outcome: 'stopped', reason: expect.toBeOneOf(outcome.stopped) }
  const { rejected, at } = outcome
  return { outcome: 'rejected', says: rejected, ...(at === undefined ? {} : { at }) }
}

/** The result, in the words of the expectation. */
function toActual(result: CompileResult, { outcome }: Expectation): unknown {
  if (result.outcome === 'accepted') return { outcome: 'accepted' }
  if (result.outcome === 'stopped') return result
  const wanted = 'rejected' in outcome ? outcome.rejected : undefined
  const found = result.diagnostics.find(({ code, message }) =>
    wanted instanceof RegExp ? wanted.test(message) : code === wanted,
  )
  const at = found?.spans.find(({ primary }) => primary)?.start.line
  const says = found ? wanted : result.diagnostics.map(({ code, message }) => `${code ?? ''} ${message}`)
  return { outcome: 'rejected', says, ...(at === undefined ? {} : { at }) }
}
