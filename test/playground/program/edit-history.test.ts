import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recordHistory } from '#playground/program/edit-history.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

it('makes one step of what comes without a pause, and another of what comes after one', () => {
  const text = signal('')
  const { steps } = recordHistory(text)
  for (text.value of ['a', 'ab', 'abc']) vi.advanceTimersByTime(300)
  vi.advanceTimersByTime(1000)
  text.value = 'abcd'
  expect(steps).toEqual(['', 'abc', 'abcd'])
})

it('takes an undo as one more step', () => {
  const text = signal('a')
  const { steps } = recordHistory(text)
  text.value = 'ab'
  vi.advanceTimersByTime(2000)
  text.value = 'a'
  expect(steps).toEqual(['a', 'ab', 'a'])
})

it('goes on with what is known already', () => {
  const text = signal('a')
  const earlier = recordHistory(text)
  text.value = 'ab'
  earlier.cursor = { line: 1, column: 3 }
  const now = signal('ab')
  const history = recordHistory(now, earlier)
  now.value = 'abc'
  expect(history.steps).toEqual(['a', 'ab', 'abc'])
  expect(history.cursor).toEqual({ line: 1, column: 3 })
})

it('forgets the oldest steps of a text that is large', () => {
  const text = signal('')
  const { steps } = recordHistory(text)
  for (let step = 0; step < 40; step++) {
    text.value = `${step}`.padEnd(65_536, '.')
    vi.advanceTimersByTime(2000)
  }
  expect(steps.length).toBeLessThanOrEqual(16)
  expect(steps.at(-1)).toMatch(/^39\./)
})
