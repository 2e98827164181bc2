import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBootQueue, type BootQueue } from '#service/boot-queue.ts'
import { QueueFull } from '#service/queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const endless = 15_000
const good = 500

describe('boots', () => {
  it('of one client leave a slot to others, however many it wants and however long they take', async () => {
    const { boot } = createWatched({ concurrency: 3 })
    const attack = Array.from({ length: 50 }, () => boot('attacker', endless))
    await vi.advanceTimersByTimeAsync(20)
    expect(attack.filter(({ isRunning }) => isRunning())).toHaveLength(2)
    for (const reader of ['a', 'b', 'c']) {
      const asked = boot(reader, good)
      expect(asked.isRunning()).toBe(true)
      await vi.advanceTimersByTimeAsync(good)
    }
  })

  it('of one client run one at a time where there are two slots', async () => {
    const { boot } = createWatched({ concurrency: 2 })
    const attack = Array.from({ length: 50 }, () => boot('attacker', endless))
    expect(attack.filter(({ isRunning }) => isRunning())).toHaveLength(1)
    expect(boot('reader', good).isRunning()).toBe(true)
  })

  it('of one client run two at a time only while nobody else waits', async () => {
    const { boot } = createWatched({ concurrency: 3 })
    const [first, second] = [boot('a', good), boot('a', good)]
    expect([first.isRunning(), second.isRunning()]).toEqual([true, true])
    boot('b', endless)
    const third = boot('a', good)
    const other = boot('c', good)
    await vi.advanceTimersByTimeAsync(good)
    expect([other.isRunning(), third.isRunning()]).toEqual([true, true])
    const [fourth, d, e] = [boot('a', good), boot('d', endless), boot('e', endless)]
    await vi.advanceTimersByTimeAsync(good)
    expect([d.isRunning(), e.isRunning(), fourth.isRunning()]).toEqual([true, true, false])
  })

  it('of ten addresses that never end are overtaken by who has used nothing', async () => {
    const { boot } = createWatched({ concurrency: 2 })
    for (let n = 0; n < 50; n++) for (let address = 0; address < 10; address++) boot(`${address}`, endless)
    await vi.advanceTimersByTimeAsync(10 * endless)
    const reader = boot('reader', good)
    await vi.advanceTimersByTimeAsync(endless)
    expect(reader.isRunning() || reader.isDone()).toBe(true)
  })

  it('are told how many come before them after a moment, and when that changes', async () => {
    const { boot } = createWatched({ concurrency: 1 })
    boot('a', good)
    boot('b', good)
    boot('c', good)
    const last = boot('d', good)
    await vi.advanceTimersByTimeAsync(50)
    expect(last.places).toEqual([])
    await vi.advanceTimersByTimeAsync(50)
    expect(last.places).toEqual([2])
    await vi.advanceTimersByTimeAsync(1500)
    expect(last.places).toEqual([2, 1, 0])
    expect(last.isRunning()).toBe(true)
  })

  it('that nobody waits for any more never start, and make room', async () => {
    const { boot, queue } = createWatched({ concurrency: 1 })
    boot('a', good)
    const gone = new AbortController()
    const given = boot('b', good, gone.signal)
    const next = boot('c', good)
    gone.abort()
    await expect(given.ended).rejects.toThrow('aborted')
    expect(queue.waiting).toBe(1)
    await vi.advanceTimersByTimeAsync(good)
    expect([given.isRunning(), next.isRunning()]).toEqual([false, true])
  })

  it('that fail make room too', async () => {
    const { queue, boot } = createWatched({ concurrency: 1 })
    const failed = queue.run(() => Promise.reject(new Error('no')), requester('a'))
    const next = boot('b', good)
    await expect(failed).rejects.toThrow('no')
    await vi.advanceTimersByTimeAsync(0)
    expect(next.isRunning()).toBe(true)
  })

  it('beyond what may wait are refused, later for a client who has none', async () => {
    const { boot, queue } = createWatched({ concurrency: 1, limit: 2 })
    for (let n = 0; n < 3; n++) boot('a', endless)
    await expect(queue.run(() => Promise.resolve(), requester('a'))).rejects.toBeInstanceOf(QueueFull)
    boot('b', good)
    boot('c', good)
    await expect(queue.run(() => Promise.resolve(), requester('d'))).rejects.toBeInstanceOf(QueueFull)
  })
})

interface Watched {
  places: number[]
  ended: Promise<void>
  isRunning(): boolean
  isDone(): boolean
}

function createWatched(options: { concurrency: number; limit?: number }): {
  queue: BootQueue
  boot: (client: string, milliseconds: number, signal?: AbortSignal) => Watched
} {
  const queue = createBootQueue({ limit: 1000, perClient: 2, ...options })
  return {
    queue,
    boot(client, milliseconds, signal = new AbortController().signal) {
      let state: 'waiting' | 'running' | 'done' = 'waiting'
      const places: number[] = []
      const task = async () => {
        state = 'running'
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
        state = 'done'
      }
      const ended = queue.run(task, { client, signal }, (ahead) => void places.push(ahead))
      return { places, ended, isRunning: () => state === 'running', isDone: () => state === 'done' }
    },
  }
}

function requester(client: string) {
  return { client, signal: new AbortController().signal }
}
