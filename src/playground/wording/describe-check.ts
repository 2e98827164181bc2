import { compilerOf, isOfRun } from '#story/diagnostic-source.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCount, describeFailure, describeStoppedCompiler } from './describe-answer.ts'

/** Describes in a sentence what the compiler makes of the program; what follows from an error does not count. */
export function describeCheck({ check, navigator, language }: ProgramSession): string {
  const state = check.value
  const compiler = compilerOf(language)
  if (state.kind === 'not asked') return describeQuestion(compiler)
  if (state.kind === 'checking') return 'Checking…'
  const { answer } = state
  if (answer.kind !== 'result') return describeFailure(answer)
  const { result } = answer
  if (result.outcome === 'stopped') return describeStoppedCompiler(result)
  const told = navigator.stories.value.filter(({ source }) => !isOfRun(source))
  const errors = told.filter(({ severity }) => severity === 'error').length
  const warnings = told.filter(({ severity }) => severity === 'warning').length
  const counts = [
    errors && describeCount(errors, 'error'),
    warnings && describeCount(warnings, 'warning'),
  ].filter(Boolean)
  if (result.outcome === 'rejected') return `${compiler} refuses this program: ${counts.join(', ')}.`
  if (state.linted && counts.length === 0 && !answer.recorded)
    return `${compiler} accepts this program, and Clippy has nothing to add.`
  return [`${compiler} accepts this program`, ...counts].join('; ') + '.'
}

/** Asks the reader to predict what the compiler will say. */
export function describeQuestion(compiler: string): string {
  return `What will ${compiler} say, and about which line? Decide first, or begin to type.`
}
