import type { BenchContext } from './bench-context.ts'
import type { Figure } from './figure.ts'
import { timeBoot, timeCheck } from './kernel-client.ts'
import { readDrivers, type Drivers } from './kernel-lessons.ts'
import { toCheck, toUnique, type Program } from './programs.ts'
import { median, quantile, toSpread } from './quantile.ts'
import { serveCourse } from './served-course.ts'

/** Measures how long each of many waits, and whether one who boots much keeps others waiting. */
export async function measureCrowd({ programs, short }: BenchContext): Promise<Figure[]> {
  const course = await serveCourse(undefined, { TRUST_PROXY: '1' })
  try {
    const drivers = await readDrivers()
    return [
      await measureChecks(course.url, programs, short ? 100 : 300),
      ...(await measureBoots(course.url, drivers)),
    ]
  } finally {
    await course.end()
  }
}

async function measureChecks(url: string, programs: Program[], clients: number): Promise<Figure> {
  const started = performance.now()
  const asked = toUnique(programs, clients).map((program, index) =>
    timeCheck(url, toCheck(program), toAddress(index)),
  )
  const answers = await Promise.allSettled(asked)
  const seconds = (performance.now() - started) / 1000
  const times = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  return {
    what: `a check each of ${clients} clients at once, 95th percentile`,
    value: quantile(times, 0.95),
    unit: 'ms',
    details: [
      `${(times.length / seconds).toFixed(1)} checks a second`,
      `${clients - times.length} clients were not answered`,
    ],
  }
}

async function measureBoots(url: string, drivers: Drivers): Promise<Figure[]> {
  const bootAs = async (client: number): Promise<number> =>
    (await timeBoot(url, drivers.cBoots(1)[0]!, toAddress(client))).milliseconds
  const alone = [await bootAs(0), await bootAs(0), await bootAs(0)].slice(1)
  const crowd = await Promise.all(Array.from({ length: 20 }, (_, client) => bootAs(client)))
  const many = Array.from({ length: 50 }, () => bootAs(1))
  const beside = [await bootAs(2), await bootAs(3), await bootAs(4)]
  await Promise.all(many)
  return [
    toFigure('a boot each of 20 clients at once ÷ one alone', crowd, alone),
    toFigure("a boot beside another client's 50 ÷ one alone", beside, alone),
  ]
}

function toFigure(what: string, times: number[], alone: number[]): Figure {
  const details = [`${toSpread(times, 0)} ms, quartiles in brackets`, `alone ${median(alone).toFixed(0)} ms`]
  return { what, value: median(times) / median(alone), unit: '×', details }
}

function toAddress(client: number): string {
  return `198.18.${Math.floor(client / 250)}.${(client % 250) + 1}`
}
