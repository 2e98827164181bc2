import { openBareRustc } from './bare-rustc.ts'
import { createClient } from './client.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { toUnique, type Program } from './programs.ts'
import { median, toSpread } from './quantile.ts'

/** Measures an uncached check by the whole service over HTTP against the same rustc called bare, in pairs one after the other. */
export async function measureCheck({ course, toolroom, programs, short }: BenchContext): Promise<Figure[]> {
  const client = createClient(course.url, 1)
  const bare = await openBareRustc(toolroom)
  const ways: Ways = {
    served: async (program) => {
      const started = performance.now()
      const { cached } = await client.check(program)
      if (cached) throw new Error('A program that was never sent was answered from the cache.')
      return performance.now() - started
    },
    bare: (program) => bare.check(program),
  }
  await pairUp(ways, toUnique(programs, 4))
  const pairs = await pairUp(ways, toUnique(programs, programs.length * (short ? 2 : 10)))
  client.end()
  await bare.end()
  return [toFigure(pairs)]
}

interface Ways {
  served: (program: Program) => Promise<number>
  bare: (program: Program) => Promise<number>
}

interface Pair {
  served: number
  bare: number
}

/** Who goes first changes, so that neither always finds a warmer machine. */
async function pairUp(ways: Ways, programs: Program[]): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (const [index, program] of programs.entries()) {
    const pair = { served: 0, bare: 0 }
    const order = index % 2 === 0 ? (['served', 'bare'] as const) : (['bare', 'served'] as const)
    for (const way of order) pair[way] = await ways[way](program)
    pairs.push(pair)
  }
  return pairs
}

function toFigure(pairs: Pair[]): Figure {
  const ratios = pairs.map(({ served, bare }) => served / bare)
  return {
    what: 'uncached check ÷ rustc called bare',
    value: median(ratios),
    unit: '×',
    aim: { atMost: 1.25 },
    details: [
      `median of ${pairs.length} pairs, quartiles in brackets: ${toSpread(ratios, 2)}`,
      `our service over HTTP ${toSpread(pairs.map(({ served }) => served))} ms`,
      `the toolroom's rustc without sandbox or limits ${toSpread(pairs.map(({ bare }) => bare))} ms`,
      `per check we add ${toSpread(pairs.map(({ served, bare }) => served - bare))} ms`,
    ],
  }
}
