import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPlayer } from '#playground/workbench/shell/player.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => void vi.useRealTimers())

function open() {
  let shown = ''
  const screen = { write: (text: string) => (shown += text), clear: () => (shown = '') }
  const pieces = [
    [0, 'a'],
    [1, 'b'],
    [4, 'c'],
  ] as const
  const player = createPlayer({ rows: 24, columns: 80, title: '', pieces: [...pieces] }, screen)
  return { player, shown: () => shown }
}

it('shows each piece at its time, pauses, goes on, and is done at the end', async () => {
  const { player, shown } = open()
  player.play()
  await vi.advanceTimersByTimeAsync(500)
  expect(shown()).toBe('a')
  await vi.advanceTimersByTimeAsync(700)
  expect(shown()).toBe('ab')
  player.pause()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([shown(), player.isPlaying.value]).toEqual(['ab', false])
  player.play()
  await vi.advanceTimersByTimeAsync(4000)
  expect([shown(), player.isPlaying.value, player.at.value]).toEqual(['abc', false, 4])
})

it('plays faster when asked, and from the beginning again after its end', async () => {
  const { player, shown } = open()
  player.speed.value = 4
  player.play()
  await vi.advanceTimersByTimeAsync(1200)
  expect(shown()).toBe('abc')
  player.play()
  await vi.advanceTimersByTimeAsync(100)
  expect(shown()).toBe('a')
  player.end()
})

it('goes to any time, forth and back', () => {
  const { player, shown } = open()
  player.seek(2)
  expect([shown(), player.at.value]).toEqual(['ab', 2])
  player.seek(0.5)
  expect(shown()).toBe('a')
  player.seek(100)
  expect([shown(), player.at.value]).toEqual(['abc', 4])
})
