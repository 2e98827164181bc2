import { expect, it } from 'vitest'
import { latestOnly } from '#playground/program/latest-only.ts'

/** A task that ends when it is told to, and hears of the signal only if it is `attentive`. */
function createTask({ attentive }: { attentive: boolean }) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const task = (signal: AbortSignal) => {
    if (attentive) signal.addEventListener('abort', () => reject(signal.reason))
    return promise
  }
  return { task, end: resolve, fail: reject }
}

it('gives the result of a task', async () => {
  expect(await latestOnly().run(async () => 'done')).toBe('done')
})

it.each([true, false])(
  'drops a task for a newer one, where its attention to the signal is %s',
  async (attentive) => {
    const latest = latestOnly()
    const [older, newer] = [createTask({ attentive }), createTask({ attentive })]
    const results = [latest.run(older.task), latest.run(newer.task)]
    newer.end('newer')
    older.end('older')
    expect(await Promise.all(results)).toEqual([undefined, 'newer'])
  },
)

it('drops a task that is aborted, and takes another', async () => {
  const latest = latestOnly()
  const { task } = createTask({ attentive: true })
  const result = latest.run(task)
  latest.abort()
  expect(await result).toBeUndefined()
  expect(await latest.run(async () => 'next')).toBe('next')
})

it('starts a task before `run` returns, once the one before has heard that it ends', () => {
  const latest = latestOnly()
  const happened: string[] = []
  const task = (name: string) => async (signal: AbortSignal) => {
    happened.push(`${name} starts`)
    signal.addEventListener('abort', () => happened.push(`${name} ends`))
  }
  void latest.run(task('first'))
  void latest.run(task('second'))
  expect(happened).toEqual(['first starts', 'first ends', 'second starts'])
})

it('passes on what a task throws, but for one that was aborted', async () => {
  const latest = latestOnly()
  const [older, newer] = [createTask({ attentive: false }), createTask({ attentive: false })]
  const results = [latest.run(older.task), latest.run(newer.task)]
  older.fail(new Error('of the older'))
  newer.fail(new Error('of the newer'))
  expect(await results[0]).toBeUndefined()
  await expect(results[1]).rejects.toThrow('of the newer')
})
