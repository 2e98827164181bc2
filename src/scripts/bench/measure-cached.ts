import { askAgain } from './ask-again.ts'
import { createClient } from './client.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { toUnique } from './programs.ts'
import { quantile } from './quantile.ts'

/** Measures an answer that the service has given before, over a connection that is open. */
export async function measureCached({ course, programs, short }: BenchContext): Promise<Figure[]> {
  const client = createClient(course.url, 1)
  const known = toUnique(programs, programs.length)
  for (const program of known) await client.check(program)
  const most = short ? 200 : 1000
  const times = await askAgain({ client, known }, (count) => count < most)
  client.end()
  const details = [`${times.length} answers, one after the other, of ${known.length} programs`]
  return [
    { what: 'cached answer, median', value: quantile(times, 0.5), unit: 'ms', aim: { atMost: 5 }, details },
    {
      what: 'cached answer, 99th percentile',
      value: quantile(times, 0.99),
      unit: 'ms',
      aim: { atMost: 5 },
      details: [],
    },
  ]
}
