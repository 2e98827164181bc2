import type { CompileResult } from '#protocol/compile.ts'
import type { InspectRequest } from '#protocol/inspect.ts'
import type { Sizes } from '#course/kinds/measure/measured.ts'
import type { InspectClient } from '../backends/inspect/inspect-client.ts'
import type { RequestFailure } from '../backends/request-failure.ts'

/** What the code of one side weighs, or why nobody knows. */
export type SideSizes =
  | { kind: 'sizes'; sizes: Sizes; isRecorded: boolean }
  | { kind: 'rejected' }
  | { kind: 'stopped'; result: Extract<CompileResult, { outcome: 'stopped' }> }
  | { kind: 'no result'; failure: RequestFailure }

/** Measures one side of an exercise. Rejects only if the signal fires. */
export async function measureSide(
  client: InspectClient,
  request: InspectRequest,
  signal: AbortSignal,
): Promise<SideSizes> {
  const answer = await client.inspect(request, signal)
  if (answer.kind !== 'result') return { kind: 'no result', failure: answer }
  const { result, recorded = false } = answer
  if (result.outcome === 'rejected') return { kind: 'rejected' }
  return result.outcome === 'stopped'
    ? { kind: 'stopped', result }
    : { kind: 'sizes', sizes: result, isRecorded: recorded }
}
