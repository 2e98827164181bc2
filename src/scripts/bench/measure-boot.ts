import { inParallel } from './in-parallel.ts'
import type { Figure } from './figure.ts'
import { timeBoot, type Booted } from './kernel-client.ts'
import { readDrivers } from './kernel-lessons.ts'
import type { BenchContext } from './bench-context.ts'
import { median, toSpread } from './quantile.ts'

/** Measures the time from an edited driver to the kernel's word on it, alone and among four. */
export async function measureBoot({ course, short }: BenchContext): Promise<Figure[]> {
  const drivers = await readDrivers()
  const boot = (request: Parameters<typeof timeBoot>[1]): Promise<Booted> => timeBoot(course.url, request)
  const count = short ? 5 : 25
  await inParallel([...drivers.cBoots(2), ...drivers.rustBoots(2)], 1, boot)
  const c = await inParallel(drivers.cBoots(count), 1, boot)
  const rust = await inParallel(drivers.rustBoots(count), 1, boot)
  const started = performance.now()
  const crowd = await inParallel(drivers.cBoots(short ? 8 : 40), 4, boot)
  return [toCFigure(c), toRustFigure(rust), toCrowdFigure(crowd, { alone: c, seconds: since(started) })]
}

function since(started: number): number {
  return (performance.now() - started) / 1000
}

function toCFigure(boots: Booted[]): Figure {
  const reports = boots.map(({ report }) => report)
  if (reports.includes(undefined)) throw new Error('A boot that should crash gave no report.')
  return {
    what: 'edited C → crash report on its line',
    value: median(reports as number[]),
    unit: 'ms',
    aim: { atMost: 1000 },
    details: toDetails(boots, reports as number[]),
  }
}

function toRustFigure(boots: Booted[]): Figure {
  const times = boots.map(({ milliseconds }) => milliseconds)
  return {
    what: 'edited Rust → verdict of the kernel',
    value: median(times),
    unit: 'ms',
    aim: { atMost: 800 },
    details: toDetails(boots, times),
  }
}

function toDetails(boots: Booted[], times: number[]): string[] {
  return [
    `${boots.length} boots one after the other, quartiles in brackets: ${toSpread(times)} ms`,
    `of that driver.ko ${toSpread(boots.map(({ building }) => building))} ms`,
    `power-on to power-off ${toSpread(boots.map(({ machine }) => machine))} ms`,
  ]
}

function toCrowdFigure(crowd: Booted[], { alone, seconds }: { alone: Booted[]; seconds: number }): Figure {
  const times = crowd.map(({ milliseconds }) => milliseconds)
  return {
    what: 'a boot among four at once ÷ one alone',
    value: median(times) / median(alone.map(({ milliseconds }) => milliseconds)),
    unit: '×',
    details: [
      `${(crowd.length / (seconds / 60)).toFixed(0)} boots a minute, build included`,
      `each ${toSpread(times)} ms`,
    ],
  }
}
