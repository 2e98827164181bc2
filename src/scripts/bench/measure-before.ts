import type { BootRequest } from '#protocol/boot.ts'
import type { BenchContext } from './bench-context.ts'
import type { Figure } from './figure.ts'
import { inParallel } from './in-parallel.ts'
import { timeBoot, type Booted } from './kernel-client.ts'
import { readDrivers } from './kernel-lessons.ts'
import { serveCourse, type ServedCourse } from './served-course.ts'
import { toRatio, type Pair } from './to-ratio.ts'

/** Measures boots against those of another checkout, one by one in turn; nothing unless one is named. */
export async function measureBefore({ short }: BenchContext): Promise<Figure[]> {
  const checkout = process.env.BENCH_BEFORE
  if (checkout === undefined) return []
  const [before, now] = [await serveCourse(checkout, settings), await serveCourse(undefined, settings)]
  try {
    return await compare({ before, now }, short ? 5 : 30)
  } finally {
    await Promise.all([before.end(), now.end()])
  }
}

/** One client boots two drivers at once. */
const settings = { BOOTS: '4', BOOTS_PER_CLIENT: '4' }

async function compare(courses: Pair<ServedCourse>, count: number): Promise<Figure[]> {
  const { cBoots, rustBoots, lockdepBoots } = await readDrivers()
  const [c, rust, locks] = [
    await inTurn(courses, cBoots, count),
    await inTurn(courses, rustBoots, count),
    await inTurn(courses, lockdepBoots, count),
  ]
  return [
    toFigure('edited C → crash report ÷ before', c, ({ report }) => report ?? NaN),
    toFigure('edited Rust → verdict ÷ before', rust, ({ milliseconds }) => milliseconds),
    toFigure('power-on to power-off with lockdep ÷ before', locks, ({ machine }) => machine),
    toRate('C drivers a minute, two at once ÷ before', await twoAtOnce(courses, cBoots, count)),
    toRate('Rust drivers a minute, two at once ÷ before', await twoAtOnce(courses, rustBoots, count)),
  ]
}

type Make = (count: number) => BootRequest[]

/** Who goes first changes. The first two of each are not counted. */
async function inTurn(courses: Pair<ServedCourse>, make: Make, count: number): Promise<Pair<Booted[]>> {
  const boots: Pair<Booted[]> = { before: [], now: [] }
  for (let round = 0; round < count + 2; round += 1) {
    const order = round % 2 === 0 ? (['before', 'now'] as const) : (['now', 'before'] as const)
    for (const when of order) boots[when].push(await timeBoot(courses[when].url, make(1)[0]!))
  }
  return { before: boots.before.slice(2), now: boots.now.slice(2) }
}

/** Boots a minute, of some rounds in turn. */
async function twoAtOnce(courses: Pair<ServedCourse>, make: Make, count: number): Promise<Pair<number[]>> {
  const rates: Pair<number[]> = { before: [], now: [] }
  for (let round = 0; round < 4; round += 1) {
    for (const when of ['before', 'now'] as const) {
      const started = performance.now()
      const boots = await inParallel(make(count), 2, (request) => timeBoot(courses[when].url, request))
      rates[when].push(boots.length / ((performance.now() - started) / 60_000))
    }
  }
  return rates
}

function toFigure(what: string, boots: Pair<Booted[]>, read: (booted: Booted) => number): Figure {
  return toRatio(what, { before: boots.before.map(read), now: boots.now.map(read) }, 'ms')
}

function toRate(what: string, rates: Pair<number[]>): Figure {
  return toRatio(what, rates, 'a minute')
}
