import { availableParallelism } from 'node:os'
import { openBareRustc } from './bare-rustc.ts'
import { readCpuSeconds } from './cpu-seconds.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { toUnique } from './programs.ts'
import { inParallel } from './in-parallel.ts'
import { quantile } from './quantile.ts'
import { clients, serveLoad, type Served } from './serve-load.ts'

const cores = availableParallelism()

/** Measures the checks a second that many clients at once are given, against what the cores could give to rustc alone. */
export async function measureLoad(context: BenchContext): Promise<Figure[]> {
  const count = context.short ? 100 : 300
  const before = await measureBare(context, count / 4)
  const served = await serveLoad(context.course, context.programs, count)
  const after = await measureBare(context, count / 4)
  const bare = { cpu: (before.cpu + after.cpu) / 2, seconds: (before.seconds + after.seconds) / 2 }
  return [toFigure(served, bare), toBeside(served)]
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

function toFigure({ count, seconds, waits, service, clients: taken }: Served, bare: Bare): Figure {
  const limit = cores / bare.cpu
  const limitBesideClients = (cores - (taken * count) / seconds) / bare.cpu
  const [middle, worst] = [quantile(waits, 0.5), quantile(waits, 0.99)]
  return {
    what: `checks a second, ${clients} clients ÷ cores' limit`,
    value: count / seconds / limit,
    unit: '×',
    aim: { atLeast: 0.9 },
    details: [
      `${(count / seconds).toFixed(1)} checks a second: ${count} different programs in ${seconds.toFixed(1)} s`,
      `limit ${limit.toFixed(1)} a second: ${cores} cores ÷ ${toMilliseconds(bare.cpu)} CPU of bare rustc with all cores at work`,
      `bare rustc really did ${(1 / bare.seconds).toFixed(1)} a second, ${cores} at once (far less than the limit means a busy machine)`,
      `the service itself, without sandbox and rustc: ${toMilliseconds(service)} CPU a check`,
      `the clients, on the same cores: ${toMilliseconds(taken)} CPU a check; of what they leave to rustc it is ${(count / seconds / limitBesideClients).toFixed(2)} ×`,
      `a client waited ${middle.toFixed(0)} ms (median), ${worst.toFixed(0)} ms (99th percentile)`,
    ],
  }
}

function toBeside({ cached }: Served): Figure {
  const [middle, most] = [quantile(cached, 0.5), Math.max(...cached)]
  return {
    what: `cached answer beside ${clients} clients, 99th percentile`,
    value: quantile(cached, 0.99),
    unit: 'ms',
    aim: { atMost: 5 },
    details: [`${cached.length} answers: ${middle.toFixed(1)} ms (median), ${most.toFixed(1)} ms at most`],
  }
}

function toMilliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(1)} ms`
}
