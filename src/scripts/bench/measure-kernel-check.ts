import { openBareKernelRustc } from './bare-kernel-rustc.ts'
import type { Figure } from './figure.ts'
import { timeCheck } from './kernel-client.ts'
import { readDrivers } from './kernel-lessons.ts'
import type { BenchContext } from './bench-context.ts'
import { median, toSpread } from './quantile.ts'

/** Measures checks of modules by the whole service: Rust against the same rustc called bare with the same flags, and C. */
export async function measureKernelCheck({ course, kernel, short }: BenchContext): Promise<Figure[]> {
  const drivers = await readDrivers()
  const bare = await openBareKernelRustc(kernel)
  const pairs: Pair[] = []
  for (const [index, check] of drivers.rustChecks(short ? 12 : 80).entries()) {
    const ways = {
      served: () => timeCheck(course.url, check),
      bare: () => bare.check(check.files),
    }
    pairs.push(await inTurn(ways, index))
  }
  await bare.end()
  // The first of each makes the headers that it includes ready.
  for (const check of drivers.cChecks(32)) await timeCheck(course.url, check)
  const c: number[] = []
  for (const check of drivers.cChecks(short ? 16 : 96)) c.push(await timeCheck(course.url, check))
  return [toRustFigure(pairs.slice(4)), toCFigure(c)]
}

interface Pair {
  served: number
  bare: number
}

/** Who goes first changes, so that neither always finds a warmer machine. */
async function inTurn(ways: Record<keyof Pair, () => Promise<number>>, index: number): Promise<Pair> {
  if (index % 2 === 0) {
    const served = await ways.served()
    return { served, bare: await ways.bare() }
  }
  const bare = await ways.bare()
  return { served: await ways.served(), bare }
}

function toRustFigure(pairs: Pair[]): Figure {
  const ratios = pairs.map(({ served, bare }) => served / bare)
  return {
    what: 'check of a Rust module ÷ rustc called bare',
    value: median(ratios),
    unit: '×',
    aim: { atMost: 1.2 },
    details: [
      `median of ${pairs.length} pairs, quartiles in brackets: ${toSpread(ratios, 2)}`,
      `our service over HTTP ${toSpread(pairs.map(({ served }) => served))} ms`,
      `the same rustc and flags without sandbox or limits ${toSpread(pairs.map(({ bare }) => bare))} ms`,
    ],
  }
}

function toCFigure(times: number[]): Figure {
  return {
    what: 'check of an edited C module, over HTTP',
    value: median(times),
    unit: 'ms',
    aim: { atMost: 60 },
    details: [
      `${times.length} checks, quartiles in brackets: ${toSpread(times)} ms; the includes were seen before`,
    ],
  }
}
