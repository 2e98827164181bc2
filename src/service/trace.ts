import type { TraceRequest, TraceResult } from '#protocol/trace.ts'
import type { CompilerEnvironment } from './compile.ts'
import { toTraceJob } from './rustc-job.ts'

/**
 * Finds the lines that a userspace program was at: it is built once more, now with line tables, which change nothing in its
 * code. Rejects with `AbortError` if the signal fires.
 */
export async function trace(
  { sandbox, parsers }: Omit<CompilerEnvironment, 'toolchain'>,
  request: TraceRequest,
  signal?: AbortSignal,
): Promise<TraceResult> {
  const ended = await sandbox.run(toTraceJob(request), signal)
  if (ended.kind === 'stopped') return { frames: [] }
  const output = Buffer.from(ended.stdout).toString()
  const read = await parsers.parse('symboliser', { output, files: request.files }, signal)
  return { frames: read.kind === 'stopped' ? [] : read.value }
}
