import { availableParallelism } from 'node:os'
import { openBareRustc } from './bare-rustc.ts'
import { createClient } from './client.ts'
import { readCpuSeconds } from './cpu-seconds.ts'
import type { Figure } from './figure.ts'
import type { Scene } from './parts.ts'
import { toUnique } from './programs.ts'
import { inParallel } from './in-parallel.ts'
import { quantile } from './quantile.ts'

const clients = 50
const cores = availableParallelism()

/** Checks a second that many clients at once are given, against what the cores could give to rustc alone. */
export async function measureLoad(scene: Scene): Promise<Figure[]> {
  const count = scene.short ? 100 : 300
  const before = await measureBare(scene, count / 4)
  const served = await measureServed(scene, count)
  const after = await measureBare(scene, count / 4)
  return [toFigure(served, (before + after) / 2)]
}

/** CPU seconds of one check by rustc alone, with all cores at work. */
async function measureBare({ toolroom, programs }: Scene, count: number): Promise<number> {
  const bare = await openBareRustc(toolroom)
  const { children } = await readCpuSeconds()
  await inParallel(toUnique(programs, count), cores, (program) => bare.check(program))
  const used = (await readCpuSeconds()).children - children
  await bare.end()
  return used / count
}

interface Served {
  count: number
  seconds: number
  /** Milliseconds that the clients waited for each answer. */
  waits: number[]
  /** CPU seconds of one check: of the service itself, and of the sandbox with rustc in it. */
  service: number
  sandboxed: number
}

async function measureServed({ course, programs }: Scene, count: number): Promise<Served> {
  const client = createClient(course.url, clients)
  await inParallel(toUnique(programs, cores * 4), cores, (program) => client.check(program))
  const used = await readCpuSeconds(course.pid)
  const started = performance.now()
  const waits = await inParallel(toUnique(programs, count), clients, (program) => wait(client.check(program)))
  const seconds = (performance.now() - started) / 1000
  const { own, children } = await readCpuSeconds(course.pid)
  client.end()
  return {
    ...{ count, seconds, waits },
    service: (own - used.own) / count,
    sandboxed: (children - used.children) / count,
  }
}

async function wait(answer: Promise<unknown>): Promise<number> {
  const started = performance.now()
  await answer
  return performance.now() - started
}

function toFigure({ count, seconds, waits, service, sandboxed }: Served, bare: number): Figure {
  const limit = cores / bare
  const [middle, worst] = [quantile(waits, 0.5), quantile(waits, 0.99)]
  return {
    what: `checks a second, ${clients} clients ÷ cores' limit`,
    value: count / seconds / limit,
    unit: '×',
    aim: { atLeast: 0.85 },
    details: [
      `${(count / seconds).toFixed(1)} checks a second: ${count} different programs in ${seconds.toFixed(1)} s`,
      `limit ${limit.toFixed(1)} a second: ${cores} cores ÷ ${toMilliseconds(bare)} CPU of bare rustc with all cores at work`,
      `CPU of a check: sandbox and rustc ${toMilliseconds(sandboxed)}, service ${toMilliseconds(service)}`,
      `a client waited ${middle.toFixed(0)} ms (median), ${worst.toFixed(0)} ms (99th percentile)`,
    ],
  }
}

function toMilliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`
}
