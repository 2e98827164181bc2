import { t } from '#i18n/t.ts'
import { compilerOf, isOfRun } from '#story/diagnostic-source.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCount, describeFailure, describeStoppedCompiler } from './describe-answer.ts'

/** Describes in a sentence what the compiler makes of the program; what follows from an error does not count. */
export function describeCheck({ check, navigator, language }: ProgramSession): string {
  const state = check.value
  const compiler = compilerOf(language)
  if (state.kind === 'not asked') return describeQuestion(compiler)
  if (state.kind === 'checking') return t('Checking…')
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
  if (result.outcome === 'rejected')
    return t('{compiler} refuses this program: {counts}.', { compiler, counts: counts.join(', ') })
  if (state.linted && counts.length === 0 && !answer.recorded)
    return t('{compiler} accepts this program, and Clippy has nothing to add.', { compiler })
  return [t('{compiler} accepts this program', { compiler }), ...counts].join('; ') + '.'
}

/** Asks the reader to predict what the compiler will say. */
export function describeQuestion(compiler: string): string {
  return t('What will {compiler} say, and about which line? Decide first, or begin to type.', { compiler })
}
