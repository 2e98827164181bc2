import { openBenchmark } from './bench/open-benchmark.ts'
import { parts, toPart, type Part } from './bench/parts.ts'
import { formatTable } from './bench/table.ts'
import { runMain } from './run-script.ts'

const usage = `Usage: npm run bench -- [PART …] [--short]

Measures on this machine, in one run, what the course promises about its speed.
A missed aim is marked ✗ and is no failure: the exit code says only whether the measuring worked.

Parts (all of them if none is named): ${Object.keys(parts).join(', ')}
  --short    fewer repetitions, for a first look

Settings in the environment:
  BENCH_BEFORE  another checkout, with its packages and toolrooms, such as of an earlier commit: with «kernel», boots
                are measured in both in turn and told as ratios, with «load», many clients`

await runMain({
  usage,
  flags: ['short'],
  run: (words, flags) => {
    const named = words.map(toPart)
    if (named.includes(undefined)) return undefined
    const wanted = named.length > 0 ? (named as Part[]) : (Object.keys(parts) as Part[])
    return bench(wanted, flags.has('short'))
  },
})

async function bench(wanted: Part[], short: boolean): Promise<number> {
  const benchmark = await openBenchmark(wanted, short)
  try {
    const measured = []
    for (const part of wanted) measured.push(await benchmark.measure(part).catch(complainOfPart))
    console.log(`\n${formatTable(measured.flatMap((figures) => figures ?? []))}`)
    return measured.includes(undefined) ? 1 : 0
  } finally {
    await benchmark.end()
  }
}

/** The other parts are still worth their time. */
function complainOfPart(error: unknown): undefined {
  console.error(`✗ Not measured: ${error instanceof Error ? error.message : String(error)}`)
}
