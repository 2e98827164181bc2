import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { readCpuSeconds } from '#scripts/bench/cpu-seconds.ts'
import { inParallel } from '#scripts/bench/in-parallel.ts'
import { readPrograms, toUnique } from '#scripts/bench/programs.ts'
import { median, quantile } from '#scripts/bench/quantile.ts'

it('quantiles lie between the values, in whatever order they come', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([1, 2, 3, 4])).toBe(2.5)
  expect(quantile([5], 0.99)).toBe(5)
  expect(quantile([0, 100], 0.99)).toBe(99)
})

it('no two programs that are sent are the same', async () => {
  const programs = await readPrograms()
  const sent = toUnique(programs, programs.length * 2).map(({ files }) => files['main.rs'])
  expect(new Set(sent).size).toBe(programs.length * 2)
})

it('as many steps run at once as told, and results keep the order', async () => {
  let running = 0
  let most = 0
  const results = await inParallel([30, 10, 20, 5], 2, async (milliseconds) => {
    most = Math.max(most, (running += 1))
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    running -= 1
    return milliseconds
  })
  expect(results).toEqual([30, 10, 20, 5])
  expect(most).toBe(2)
})

it('the CPU time of a child that has ended is told', async () => {
  const before = await readCpuSeconds()
  spawnSync(process.execPath, ['-e', 'while (process.cpuUsage().user < 200_000);'])
  const after = await readCpuSeconds()
  expect(after.children - before.children).toBeGreaterThan(0.15)
})
