import type { Rule } from '#course/frontmatter.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { isError } from './check-report.ts'
import { type ChecksState, reportOf } from './exercise-session.ts'

/**
 * Chooses the first hint of an exercise, for the panel of hints: the text for the first error that has one, else for
 * tests that fail, else for a broken rule or too much code, else (where nothing is refused) for what tries the program, else the one for all other cases.
 */
export function firstHint(
  { hints: { first }, target }: Pick<ProvenExercise, 'hints' | 'target'>,
  diagnostics: Diagnostic[],
  checks: ChecksState,
): string {
  const codes = diagnostics.filter(isError).map(({ code = 'no-code' }) => code)
  const trial = target === 'kernel' ? 'boot' : 'tests'
  const cases = [
    ...codes,
    ...(hasFailedTest(checks) ? [trial] : []),
    ...brokenRules(checks),
    ...(isOverBudget(checks) ? ['budget'] : []),
    ...(codes.length === 0 ? [trial] : []),
    'otherwise',
  ]
  return cases.map((name) => first[name]).find((text) => text !== undefined) ?? ''
}

function hasFailedTest(checks: ChecksState): boolean {
  const trial = reportOf(checks)?.trial
  return trial?.kind === 'ran' && trial.results.some(({ passed }) => !passed)
}

function isOverBudget(checks: ChecksState): boolean {
  return reportOf(checks)?.budgets.some(({ holds }) => !holds) ?? false
}

function brokenRules(checks: ChecksState): Rule[] {
  const rules = reportOf(checks)?.rules ?? []
  return rules.filter(({ broken }) => broken.length > 0).map(({ rule }) => rule)
}
