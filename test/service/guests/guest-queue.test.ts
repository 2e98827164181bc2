import { expect, it } from 'vitest'
import { createGuestQueue } from '#service/guests/guest-queue.ts'
import { createQueue } from '#service/queue.ts'

const never = new AbortController().signal
const reader = { client: 'one address', signal: never }

it('A guest waits until no reader of the course does, though the guest came first', async () => {
  const queue = createQueue({ concurrency: 1, limit: 9, tasksPerSecond: 1 })
  const guests = createGuestQueue(queue, { concurrency: 2, limit: 9, tasksPerSecond: 1 })
  const order: string[] = []
  const task = (name: string) => async () => void order.push(name)
  const all = [
    queue.run(task('reader who is there'), reader),
    guests.run(task('guest'), reader),
    queue.run(task('reader'), reader),
    queue.run(task('another reader'), { ...reader, client: 'another address' }),
  ]
  await Promise.all(all)
  expect(order).toEqual(['reader who is there', 'reader', 'another reader', 'guest'])
})

it('Guests leave places free for readers who come later', async () => {
  const queue = createQueue({ concurrency: 2, limit: 9, tasksPerSecond: 1 })
  const guests = createGuestQueue(queue, { concurrency: 1, limit: 9, tasksPerSecond: 1 })
  const waiting = Promise.withResolvers<void>()
  const long = [0, 1, 2].map(() => guests.run(() => waiting.promise, reader))
  expect(await queue.run(() => Promise.resolve('at once'), reader)).toBe('at once')
  expect([queue.running, queue.waiting, guests.waiting]).toEqual([1, 0, 2])
  waiting.resolve()
  await Promise.all(long)
})

it('A guest who is one too many is told so, while readers still may come', async () => {
  const queue = createQueue({ concurrency: 2, limit: 9, tasksPerSecond: 1 })
  const guests = createGuestQueue(queue, { concurrency: 1, limit: 1, tasksPerSecond: 1 })
  const waiting = Promise.withResolvers<void>()
  const run = () => guests.run(() => waiting.promise, reader)
  const all = [run(), run()]
  await expect(run()).rejects.toMatchObject({ message: 'the queue is full' })
  expect(await queue.run(() => Promise.resolve('at once'), reader)).toBe('at once')
  waiting.resolve()
  await Promise.all(all)
})
