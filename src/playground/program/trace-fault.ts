import type { Fault } from '#protocol/fault.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import type { TraceClient } from '../backends/trace/trace-client.ts'
import type { BuiltProgram } from './build-program.ts'

/** Finds the lines of a program that died. None where its last words name one of its own lines, and are true. Rejects only if the signal fires. */
export async function traceFault(
  traceClient: TraceClient,
  { fault, program }: { fault: Fault; program: BuiltProgram },
  signal: AbortSignal,
): Promise<TraceFrame[]> {
  const { source, codeAt } = program
  if (codeAt === undefined || fault.offsets.length === 0 || namesOwnLine(fault, program)) return []
  const offsets = fault.offsets.slice(0, mostOffsets).map((offset) => Math.max(0, offset - codeAt))
  return traceClient.trace({ ...source, offsets }, signal)
}

/** As many as the service looks at. */
const mostOffsets = 100

/** Only the trace knows whether a panic was to be caught. */
function namesOwnLine({ kind, place }: Fault, { source: { files } }: BuiltProgram): boolean {
  const catches = Object.values(files).some((text) => text.includes('catch_unwind'))
  return kind === 'panic' && place !== undefined && Object.hasOwn(files, place.file) && !catches
}
