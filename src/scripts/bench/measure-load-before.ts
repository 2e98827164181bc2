import type { BenchContext } from './bench-context.ts'
import type { Figure } from './figure.ts'
import type { Program } from './programs.ts'
import { quantile } from './quantile.ts'
import { clients, serveLoad, type Served } from './serve-load.ts'
import { serveCourse, type ServedCourse } from './served-course.ts'
import { toRatio, type Pair } from './to-ratio.ts'

/** Measures many clients against those of another checkout, in turn; nothing unless one is named. */
export async function measureLoadBefore({ programs, short }: BenchContext): Promise<Figure[]> {
  const checkout = process.env.BENCH_BEFORE
  if (checkout === undefined) return []
  const [before, now] = [await serveCourse(checkout), await serveCourse()]
  try {
    return toFigures(await serveInTurn({ before, now }, programs, short ? 100 : 200))
  } finally {
    await Promise.all([before.end(), now.end()])
  }
}

/** Who goes first changes. */
async function serveInTurn(
  courses: Pair<ServedCourse>,
  programs: Program[],
  count: number,
): Promise<Pair<Served[]>> {
  const served: Pair<Served[]> = { before: [], now: [] }
  for (let round = 0; round < 4; round += 1) {
    const order = round % 2 === 0 ? (['before', 'now'] as const) : (['now', 'before'] as const)
    for (const when of order) served[when].push(await serveLoad(courses[when], programs, count))
  }
  return served
}

function toFigures(served: Pair<Served[]>): Figure[] {
  const both = (read: (one: Served) => number): Pair<number[]> => ({
    before: served.before.map(read),
    now: served.now.map(read),
  })
  const cached = both(({ cached }) => quantile(cached, 0.99))
  return [
    toRatio(
      `checks a second, ${clients} clients ÷ before`,
      both(({ count, seconds }) => count / seconds),
      'a second',
    ),
    toRatio(
      'CPU of the service for a check ÷ before',
      both(({ service }) => service * 1000),
      'ms',
    ),
    toRatio('cached answer beside them, 99th percentile ÷ before', cached, 'ms'),
  ]
}
