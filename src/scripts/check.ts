import { checkSteps } from './check-steps.ts'
import { runSteps, sumCounts, toLine } from './steps.ts'

const results = await runSteps(checkSteps)
console.log(`\n${results.map(toLine).join('\n')}`)
process.exitCode = sumCounts(results).failed === 0 ? 0 : 1
