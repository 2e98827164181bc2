import { runSteps, sumCounts, toLine } from './steps.ts'
import { testParts } from './test-steps.ts'

const asked = process.argv.slice(2)
const unknown = asked.find((part) => !(part in testParts))
if (unknown !== undefined) {
  console.error(`There is no part «${unknown}». The parts are ${Object.keys(testParts).join(', ')}.`)
  process.exit(1)
}

const parts = asked.length > 0 ? asked : Object.keys(testParts)
const results = await runSteps([...new Set(parts.flatMap((part) => testParts[part]!))])
const { passed, failed } = sumCounts(results)
console.log(`\n${results.map(toLine).join('\n')}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
