/** What a step has counted; one that is a single check counts as one. */
export interface Counts {
  passed: number
  failed: number
}

/** A named part of a command; its name is printed. If it rejects, it counts as one that failed. */
export interface Step {
  name: string
  run: () => Promise<Counts>
}

/** What came of a step, and the seconds that it took. */
export interface StepResult extends Counts {
  name: string
  seconds: number
}

/** Runs all steps in order, even after one has failed, and prints the result and time of each. */
export async function runSteps(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = []
  for (const step of steps) results.push(await runStep(step))
  return results
}

async function runStep({ name, run }: Step): Promise<StepResult> {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const counts = await run().catch(complainOfCrash)
  const result = { name, ...counts, seconds: (performance.now() - started) / 1000 }
  console.log(toLine(result))
  return result
}

function complainOfCrash(error: unknown): Counts {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1 }
}

/** Describes a step on one line, such as `✓ types  12.3 s`. */
export function toLine({ name, passed, failed, seconds }: StepResult): string {
  const counts = passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : ''
  return `${failed === 0 ? '✓' : '✗'} ${name}${counts}  ${seconds.toFixed(1)} s`
}

/** Adds up the counts of steps. */
export function sumCounts(results: Counts[]): Counts {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
  }
}
