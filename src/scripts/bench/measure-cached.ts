import { createClient, type Client } from './client.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { toUnique, type Program } from './programs.ts'
import { quantile } from './quantile.ts'

/** Measures an answer that the service has given before, over a connection that is open. */
export async function measureCached({ course, programs, short }: BenchContext): Promise<Figure[]> {
  const client = createClient(course.url, 1)
  const known = toUnique(programs, programs.length)
  for (const program of known) await client.check(program)
  const times = await askAgain(client, known, short ? 200 : 1000)
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

async function askAgain(client: Client, known: Program[], count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const started = performance.now()
    const { cached } = await client.check(known[index % known.length]!)
    if (!cached) throw new Error('A program that was sent before was compiled again.')
    times.push(performance.now() - started)
  }
  return times
}
