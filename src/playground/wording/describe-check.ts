import type { CheckState } from '../program/check-loop.ts'
import { sayCount, sayNoResult, sayStoppedCompiler } from './describe-answer.ts'

/** Says in a sentence what the compiler makes of the program. */
export function sayCheck(state: CheckState, compiler: string): string {
  if (state.kind === 'not asked')
    return `What will ${compiler} say, and of which line? Decide first, or begin to type.`
  if (state.kind === 'checking') return 'Checking…'
  const { answer } = state
  if (answer.kind !== 'result') return sayNoResult(answer)
  const { result } = answer
  if (result.outcome === 'stopped') return sayStoppedCompiler(result)
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning').length
  const counts = [errors && sayCount(errors, 'error'), warnings && sayCount(warnings, 'warning')].filter(
    Boolean,
  )
  return result.outcome === 'accepted'
    ? [`${compiler} accepts this program`, ...counts].join('; ') + '.'
    : `${compiler} refuses this program: ${counts.join(', ')}.`
}
