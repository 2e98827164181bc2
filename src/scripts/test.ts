import { runMain } from './run-script.ts'
import { runSteps, sumCounts, toLine } from './steps.ts'
import { testParts } from './test-steps.ts'

const usage = `Usage: npm test [-- PART …]

Tests everything that must hold before a change is taken in, or only the named parts: ${Object.keys(testParts).join(', ')}.`

await runMain({
  usage,
  run: (words) => (words.every((part) => Object.hasOwn(testParts, part)) ? test(words) : undefined),
})

async function test(parts: string[]): Promise<number> {
  const wanted = parts.length > 0 ? parts : Object.keys(testParts)
  const results = await runSteps([...new Set(wanted.flatMap((part) => testParts[part]!))])
  const { passed, failed } = sumCounts(results)
  console.log(`\n${results.map(toLine).join('\n')}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
