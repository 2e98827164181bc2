import { expect, it } from 'vitest'
import { inSixes } from '#offline/in-sixes.ts'

const items = Array.from({ length: 20 }, (_, index) => index)
const tick = () => new Promise((resolve) => setTimeout(resolve, 1))

it('does all, never more than six at once', async () => {
  const done: number[] = []
  let [now, most] = [0, 0]
  await inSixes(items, async (item) => {
    most = Math.max(most, ++now)
    await tick()
    now--
    done.push(item)
  })
  expect(done.sort((a, b) => a - b)).toEqual(items)
  expect(most).toBe(6)
})

it('ends at the first that fails, and says why', async () => {
  const begun: number[] = []
  const act = async (item: number) => {
    begun.push(item)
    await tick()
    if (item === 3) throw new Error('no network')
  }
  await expect(inSixes(items, act)).rejects.toThrow('no network')
  await tick()
  await tick()
  expect(begun.length).toBeLessThan(items.length)
})
