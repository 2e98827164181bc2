import { availableParallelism } from 'node:os'
import { openBareRustc } from './bare-rustc.ts'
import { createClient } from './client.ts'
import { readCpuSeconds } from './cpu-seconds.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { toUnique } from './programs.ts'
import { inParallel } from './in-parallel.ts'
import { quantile } from './quantile.ts'

const clients = 50
const cores = availableParallelism()

/** Measures the checks a second that many clients at once are given, against what the cores could give to rustc alone. */
export async function measureLoad(context: BenchContext): Promise<Figure[]> {
  const count = context.short ? 100 : 300
  const before = await measureBare(context, count / 4)
  const served = await measureServed(context, count)
  const after = await measureBare(context, count / 4)
  return [
    toFigure(served, { cpu: (before.cpu + after.cpu) / 2, seconds: (before.seconds + after.seconds) / 2 }),
  ]
}

/** Of one check by rustc alone, with all cores at work: CPU seconds, and seconds until the next one is done. */
interface Bare {
  cpu: number
  seconds: number
}

async function measureBare({ toolroom, programs }: BenchContext, count: number): Promise<Bare> {
  const bare = await openBareRustc(toolroom)
  const started = performance.now()
  const { children } = await readCpuSeconds()
  await inParallel(toUnique(programs, count), cores, (program) => bare.check(program))
  const seconds = (performance.now() - started) / 1000
  const cpu = (await readCpuSeconds()).children - children
  await bare.end()
  return { cpu: cpu / count, seconds: seconds / count }
}

interface Served {
  count: number
  seconds: number
  /** Milliseconds that the clients waited for each answer. */
  waits: number[]
  /** CPU seconds that the service itself used for one check; those of the sandbox are not counted by the kernel as its. */
  service: number
}

async function measureServed({ course, programs }: BenchContext, count: number): Promise<Served> {
  const client = createClient(course.url, clients)
  await inParallel(toUnique(programs, cores * 4), cores, (program) => client.check(program))
  const { own } = await readCpuSeconds(course.pid)
  const started = performance.now()
  const waits = await inParallel(toUnique(programs, count), clients, (program) => wait(client.check(program)))
  const seconds = (performance.now() - started) / 1000
  const service = ((await readCpuSeconds(course.pid)).own - own) / count
  client.end()
  return { count, seconds, waits, service }
}

async function wait(answer: Promise<unknown>): Promise<number> {
  const started = performance.now()
  await answer
  return performance.now() - started
}

function toFigure({ count, seconds, waits, service }: Served, bare: Bare): Figure {
  const limit = cores / bare.cpu
  const [middle, worst] = [quantile(waits, 0.5), quantile(waits, 0.99)]
  return {
    what: `checks a second, ${clients} clients ÷ cores' limit`,
    value: count / seconds / limit,
    unit: '×',
    aim: { atLeast: 0.85 },
    details: [
      `${(count / seconds).toFixed(1)} checks a second: ${count} different programs in ${seconds.toFixed(1)} s`,
      `limit ${limit.toFixed(1)} a second: ${cores} cores ÷ ${toMilliseconds(bare.cpu)} CPU of bare rustc with all cores at work`,
      `bare rustc really did ${(1 / bare.seconds).toFixed(1)} a second, ${cores} at once (far less than the limit means a busy machine)`,
      `the service itself, without sandbox and rustc: ${toMilliseconds(service)} CPU a check`,
      `a client waited ${middle.toFixed(0)} ms (median), ${worst.toFixed(0)} ms (99th percentile)`,
    ],
  }
}

function toMilliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`
}
