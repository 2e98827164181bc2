import { openBenchmark } from './bench/open-benchmark.ts'
import { parts, toPart, type Part } from './bench/parts.ts'
import { formatTable } from './bench/table.ts'
import { tellAndExit } from './tell-and-exit.ts'

const usage = `Usage: npm run bench -- [PART …] [--short]

Measures on this machine, in one run, what the course promises about its speed.
A missed aim is marked ✗ and is no failure: the exit code says only whether the measuring worked.

Parts (all of them if none is named): ${Object.keys(parts).join(', ')}
  --short    fewer repetitions, for a first look`

const args = process.argv.slice(2)
const chosen = args.filter((arg) => !arg.startsWith('--')).map(toPart)
const strange = args.some((arg) => arg.startsWith('--') && arg !== '--short')
if (strange || chosen.includes(undefined)) {
  console.error(usage)
  process.exitCode = 2
} else {
  const wanted = chosen.filter((part) => part !== undefined)
  await bench(wanted.length > 0 ? wanted : (Object.keys(parts) as Part[])).catch(tellAndExit)
}

async function bench(wanted: Part[]): Promise<void> {
  const benchmark = await openBenchmark(wanted, args.includes('--short'))
  try {
    const figures = []
    for (const part of wanted) figures.push(...(await benchmark.measure(part).catch(tellFailure)))
    console.log(`\n${formatTable(figures)}`)
  } finally {
    await benchmark.end()
  }
}

/** The other parts are still worth their time. */
function tellFailure(error: unknown): [] {
  console.error(`✗ Not measured: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
  return []
}
