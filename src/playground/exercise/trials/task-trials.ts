import type { CompileClient } from '../../backends/compile/compile-client.ts'
import type { EditedTask, TaskReport } from '../check-task.ts'
import { findTaskTrial } from './load-trials.ts'

/** Gives a report as it is; where it has no result, the recorded one of a task that was not edited, or is as its answer. */
export async function orRecorded(task: EditedTask, source: string, report: TaskReport): Promise<TaskReport> {
  if (report.kind !== 'no result' || report.failure.kind === 'refused' || report.failure.kind === 'busy')
    return report
  const found = await findTaskTrial(task, source)
  if (!found) return report
  return { ...found.trial.report, recorded: { by: found.toolchain, because: report.failure } }
}

/** Compiles with the first; where no service answers, what was recorded of a task as it is now stands in. */
export function withRecordedStart(task: EditedTask, first: CompileClient): CompileClient {
  return {
    async compile(request, signal) {
      const answer = await first.compile(request, signal)
      if (answer.kind === 'result' || answer.kind === 'refused' || request.action !== 'check') return answer
      const found = await findTaskTrial(task, request.files['main.rs'] ?? '')
      signal.throwIfAborted()
      if (!found) return answer
      const { trial, toolchain } = found
      const { outcome, diagnostics } = trial.result
      return {
        kind: 'result',
        result: { outcome, diagnostics, toolchain, cached: true, milliseconds: 0 },
        recorded: { toolchain, because: answer },
      }
    },
  }
}
