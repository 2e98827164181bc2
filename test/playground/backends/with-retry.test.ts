import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BootAnswer } from '#playground/backends/boot/boot-client.ts'
import type { CompileAnswer } from '#playground/backends/compile/compile-client.ts'
import { withRetry } from '#playground/backends/with-retry.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const busy = { kind: 'busy', retryAfter: 3 } as const
const { signal } = new AbortController()

/** Gives these answers, one after the other and the last again and again. */
function serviceThat<Answer>(...answers: Answer[]) {
  return vi.fn(async () => (answers.length > 1 ? answers.shift()! : answers[0]!))
}

it('says how long it waits for a kernel, and asks again', async () => {
  const waits: number[] = []
  const refused: BootAnswer = { kind: 'no result', failure: busy }
  const send = serviceThat<BootAnswer>(refused, refused, { kind: 'complete' })
  const booted = withRetry(send, { signal, onWait: (seconds) => waits.push(seconds) })
  await vi.advanceTimersByTimeAsync(5999)
  expect(send).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(await booted).toEqual({ kind: 'complete' })
  expect(waits).toEqual([3, 3])
})

it('gives up after five attempts', async () => {
  const send = serviceThat<CompileAnswer>(busy)
  const compiled = withRetry(send, { signal })
  await vi.runAllTimersAsync()
  expect(await compiled).toEqual(busy)
  expect(send).toHaveBeenCalledTimes(5)
})

it('sends once what is answered in another way', async () => {
  const send = serviceThat<CompileAnswer>({ kind: 'refused', detail: 'too long' })
  await withRetry(send, { signal })
  expect(send).toHaveBeenCalledTimes(1)
})

it('ends at once when the signal fires while it waits', async () => {
  const controller = new AbortController()
  const send = serviceThat<CompileAnswer>(busy)
  const compiled = withRetry(send, { signal: controller.signal })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()
  await expect(compiled).rejects.toMatchObject({ name: 'AbortError' })
  expect(vi.getTimerCount()).toBe(0)
  expect(send).toHaveBeenCalledTimes(1)
})

it('does not wait where the signal has fired by the time of the answer', async () => {
  const controller = new AbortController()
  const send = async (): Promise<CompileAnswer> => (controller.abort(), busy)
  await expect(withRetry(send, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
})
