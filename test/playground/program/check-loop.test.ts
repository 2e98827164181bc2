import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Action, SourceFiles } from '#protocol/compile.ts'
import { createCheckLoop } from '#playground/program/check-loop.ts'
import type { CompileAnswer, CompileClient } from '#playground/backends/compile/compile-client.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Answers in as many milliseconds as the text says. */
function slowClient(answer: (text: string) => CompileAnswer) {
  const asked: string[] = []
  const compileClient: CompileClient = {
    compile: ({ files }, signal) =>
      new Promise((resolve, reject) => {
        const text = files['main.rs']!
        asked.push(text)
        signal.addEventListener('abort', () => reject(signal.reason))
        setTimeout(() => resolve(answer(text)), Number.parseInt(text, 10) || 0)
      }),
  }
  return { asked, compileClient }
}

const toRequest = (files: SourceFiles, action: Action) =>
  ({ target: 'userspace', language: 'rust', action, files }) as const
const toFiles = (text: string) => ({ 'main.rs': text })
const refuse = (text: string): CompileAnswer => ({ kind: 'refused', detail: text })

it('only the last of several quick edits is asked, after a pause', async () => {
  const { asked, compileClient } = slowClient(refuse)
  const loop = createCheckLoop(compileClient, toRequest)
  for (const text of ['1', '12', '123']) loop.edited(toFiles(text))
  await vi.advanceTimersByTimeAsync(299)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(asked).toEqual(['123'])
})

it('an answer for an older text is never shown', async () => {
  const { compileClient } = slowClient(refuse)
  const loop = createCheckLoop(compileClient, toRequest)
  loop.check(toFiles('1000'))
  await vi.advanceTimersByTimeAsync(500)
  loop.check(toFiles('10'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(loop.state.value).toEqual({ kind: 'answered', answer: refuse('10') })
})

it('where the compiler is being prepared it asks again by itself', async () => {
  const { asked, compileClient } = slowClient(() => ({
    kind: 'preparing',
    stage: 'userspace',
    percent: 5,
    step: '',
    retryAfter: 2,
  }))
  const loop = createCheckLoop(compileClient, toRequest)
  loop.check(toFiles('0'))
  await vi.advanceTimersByTimeAsync(4100)
  expect(asked).toHaveLength(3)
  loop.end()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(3)
})

it('does not ask again by itself where the page is older than the service', async () => {
  const { asked, compileClient } = slowClient(() => ({ kind: 'outdated' }))
  const loop = createCheckLoop(compileClient, toRequest)
  loop.check(toFiles('0'))
  await vi.advanceTimersByTimeAsync(100_000)
  expect(asked).toHaveLength(1)
  expect(loop.state.value).toEqual({ kind: 'answered', answer: { kind: 'outdated' } })
})

it('lints when it is asked to, and checks again with the next edit', async () => {
  const actions: string[] = []
  const compileClient: CompileClient = {
    compile: async ({ action }) => (actions.push(action), refuse(action)),
  }
  const loop = createCheckLoop(compileClient, toRequest)
  loop.check(toFiles('0'), 'lint')
  await vi.advanceTimersByTimeAsync(1)
  expect(loop.state.value).toEqual({ kind: 'answered', answer: refuse('lint'), linted: true })
  loop.edited(toFiles('1'))
  await vi.advanceTimersByTimeAsync(400)
  expect(actions).toEqual(['lint', 'check'])
})
