import type { CheckState } from '../program/check-loop.ts'
import { describeCount, describeFailure, describeStoppedCompiler } from './describe-answer.ts'

/** Describes in a sentence what the compiler makes of the program. */
export function describeCheck(state: CheckState, compiler: string): string {
  if (state.kind === 'not asked')
    return `What will ${compiler} say, and about which line? Decide first, or begin to type.`
  if (state.kind === 'checking') return 'Checking…'
  const { answer } = state
  if (answer.kind !== 'result') return describeFailure(answer)
  const { result } = answer
  if (result.outcome === 'stopped') return describeStoppedCompiler(result)
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning').length
  const counts = [
    errors && describeCount(errors, 'error'),
    warnings && describeCount(warnings, 'warning'),
  ].filter(Boolean)
  return result.outcome === 'accepted'
    ? [`${compiler} accepts this program`, ...counts].join('; ') + '.'
    : `${compiler} refuses this program: ${counts.join(', ')}.`
}
