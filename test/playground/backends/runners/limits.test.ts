import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTimeLimits } from '#playground/backends/runners/limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const sleep = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)

function startTime() {
  const time = createTimeLimits({ seconds: 10, asleepSeconds: 60 })
  time.start()
  return time
}

it('a program may run for its seconds, and no longer', () => {
  const time = startTime()
  vi.advanceTimersByTime(9_900)
  time.check()
  vi.advanceTimersByTime(200)
  expect(time.check).toThrow('time')
})

it('what it sleeps does not count as running', () => {
  const time = startTime()
  time.sleep(50_000, sleep)
  vi.advanceTimersByTime(9_900)
  time.check()
})

it('a program that sleeps too long in all is woken, and ends where it slept', () => {
  const time = startTime()
  time.sleep(40_000, sleep)
  const before = performance.now()
  expect(() => time.sleep(Infinity, sleep)).toThrow('slept')
  expect(performance.now() - before).toBe(20_000)
})
