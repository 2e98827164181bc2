import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CompileResult, type CompileRequest } from '#protocol/compile.ts'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'
import { post, requestFor } from '../service/test-service.ts'
import { writingModules, type WritingModule } from './modules-that-write.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openRealService({ JOBS: '2' }, { kasan: await openRealKernel() })
  await Promise.all([compile(toRequest({ action: 'build', source: '' })), compile(another(-1))])
}, kernelTimeout)

afterAll(() => server.close())

describe('while one reader’s compiler has much to tell, nobody else waits', () => {
  it.each(writingModules)(
    '$name',
    async (module) => {
      const answer = compile(toRequest(module))
      const [slowest, others] = await Promise.all([measureHealth(answer), compileMeanwhile(answer)])
      expect(slowest).toBeLessThan(1000)
      for (const { outcome } of others) expect(outcome).toBe('accepted')
      const result = await answer
      expect(result.outcome).toBe(module.outcome)
      const messages = result.outcome === 'stopped' ? [] : result.diagnostics.map(({ message }) => message)
      if (module.says) expect(messages).toContainEqual(expect.stringMatching(module.says))
    },
    120_000,
  )
})

function toRequest({ action, source }: Pick<WritingModule, 'action' | 'source'>): CompileRequest {
  return { target: 'kernel', language: 'c', action, files: { 'driver.c': source } }
}

function another(n: number): CompileRequest {
  return requestFor(`fn main() { let _ = ${n}; }`)
}

async function compile(request: CompileRequest): Promise<CompileResult> {
  const response = await fetch(`${server.url}/api/compile`, post(request))
  expect(response.status).toBe(200)
  return CompileResult.parse(await response.json())
}

/** The longest that the service kept somebody waiting who asks again and again whether it is well, in milliseconds. */
async function measureHealth(answer: Promise<unknown>): Promise<number> {
  let slowest = 0
  await until(answer, async () => {
    const started = performance.now()
    // While this thread is busy the pause is longer: then an answer would not have come either.
    await new Promise((resolve) => setTimeout(resolve, pause))
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - started - pause)
  })
  return slowest
}

const pause = 20

let count = 0

async function compileMeanwhile(answer: Promise<unknown>): Promise<CompileResult[]> {
  const results: CompileResult[] = []
  await until(answer, async () => {
    count += 1
    results.push(await compile(another(count)))
  })
  return results
}

async function until(answer: Promise<unknown>, step: () => Promise<void>): Promise<void> {
  const state = { isOver: false }
  const over = answer.finally(() => (state.isOver = true))
  while (!state.isOver) await step()
  await over
}
