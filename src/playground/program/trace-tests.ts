import type { TestResult } from '../backends/runners/run-tests.ts'
import type { TraceClient } from '../backends/trace/trace-client.ts'
import type { BuiltProgram } from './build-program.ts'
import { traceFault } from './trace-fault.ts'

/** Each costs the service a build; who has more that fail, begins with the first. */
const mostTraced = 3

/** Finds the lines of tests that died in the library. Rejects only if the signal fires. */
export async function traceTests(
  traceClient: TraceClient,
  { results, program }: { results: TestResult[]; program: BuiltProgram },
  signal: AbortSignal,
): Promise<TestResult[]> {
  let left = mostTraced
  const traced = results.map(async (result) => {
    const { fault } = result
    if (!fault || left === 0) return result
    left -= 1
    return { ...result, frames: await traceFault(traceClient, { fault, program }, signal) }
  })
  return Promise.all(traced)
}
