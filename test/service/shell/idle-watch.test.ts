import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createIdleWatch, type IdleWatch } from '#service/shell/idle-watch.ts'

let [warnings, ended]: [unknown[], string | undefined] = [[], undefined]
let [watch, areOthersWaiting]: [IdleWatch, boolean] = [undefined as never, false]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  ;[warnings, ended, areOthersWaiting] = [[], undefined, false]
  const limits = { idle: 120_000, whileOthersWait: 30_000, warning: 15_000 }
  watch = createIdleWatch({ ...limits, areOthersWaiting: () => areOthersWaiting }, (warning) =>
    warnings.push(warning),
  )
  void watch.over.then((why) => (ended = why))
})
afterEach(() => {
  watch.end()
  vi.useRealTimers()
})

it('warns once before a shell is ended in which nobody types', async () => {
  await vi.advanceTimersByTimeAsync(104_000)
  expect(warnings).toEqual([])
  await vi.advanceTimersByTimeAsync(2000)
  expect(warnings).toEqual([{ why: 'idle', seconds: 15 }])
  await vi.advanceTimersByTimeAsync(13_000)
  expect(ended).toBeUndefined()
  await vi.advanceTimersByTimeAsync(2000)
  expect([warnings.length, ended]).toEqual([1, 'idle'])
})

it('gives all the time again to who types after the warning', async () => {
  await vi.advanceTimersByTimeAsync(110_000)
  watch.note()
  await vi.advanceTimersByTimeAsync(100_000)
  expect([warnings.length, ended]).toEqual([1, undefined])
  await vi.advanceTimersByTimeAsync(6000)
  expect(warnings).toHaveLength(2)
})

it('ends sooner while others wait for a kernel, and leaves them the time of the warning', async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  areOthersWaiting = true
  await vi.advanceTimersByTimeAsync(1000)
  expect(warnings).toEqual([{ why: 'others', seconds: 15 }])
  await vi.advanceTimersByTimeAsync(13_000)
  expect(ended).toBeUndefined()
  await vi.advanceTimersByTimeAsync(3000)
  expect(ended).toBe('others')
})

it('goes on when nobody waits any more after the warning', async () => {
  areOthersWaiting = true
  await vi.advanceTimersByTimeAsync(16_000)
  areOthersWaiting = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect([warnings.length, ended]).toEqual([1, undefined])
})
