import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createQueue } from '#service/queue.ts'

const never = new AbortController().signal

describe('A queue', () => {
  it('gives the place of a task on only when it has ended, though its client has gone', async () => {
    const queue = createQueue({ concurrency: 1, limit: 5, tasksPerSecond: 1 })
    const client = new AbortController()
    let end = (): void => {}
    const first = queue.run(() => new Promise<void>((resolve) => (end = resolve)), {
      client: 'a',
      signal: client.signal,
    })
    const second = queue.run(() => Promise.resolve('second'), { client: 'b', signal: never })
    await sleep(5)
    client.abort()
    await sleep(5)
    expect([queue.running, queue.waiting]).toEqual([1, 1])
    end()
    await first
    expect(await second).toBe('second')
  })

  it('never starts a task whose client has gone while it waited', async () => {
    const queue = createQueue({ concurrency: 1, limit: 5, tasksPerSecond: 1 })
    const client = new AbortController()
    let end = (): void => {}
    const first = queue.run(() => new Promise<void>((resolve) => (end = resolve)), {
      client: 'a',
      signal: never,
    })
    let started = false
    const second = queue.run(async () => (started = true), { client: 'b', signal: client.signal })
    client.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    end()
    await first
    await sleep(5)
    expect(started).toBe(false)
    expect([queue.running, queue.waiting]).toEqual([0, 0])
  })
})
