import type { Rule } from '#course/frontmatter.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { type CheckReport, isError } from './check-report.ts'

/**
 * Chooses the first hint of an exercise, for the panel of hints: the text for the first error that has one, else for
 * tests that fail, else for a broken rule or too much code, else (where nothing is refused) for what tries the program, else the one for all other cases.
 * `report` is that of the last check, if there was one.
 */
export function firstHint(
  { hints: { first }, target }: Pick<ProvenExercise, 'hints' | 'target'>,
  diagnostics: Diagnostic[],
  report: Report | undefined,
): string {
  const codes = diagnostics.filter(isError).map(({ code = 'no-code' }) => code)
  const trial = target === 'kernel' ? 'boot' : 'tests'
  const cases = [
    ...codes,
    ...(hasFailedTest(report) ? [trial] : []),
    ...brokenRules(report),
    ...(isOverBudget(report) ? ['budget'] : []),
    ...(codes.length === 0 ? [trial] : []),
    'otherwise',
  ]
  return cases.map((name) => first[name]).find((text) => text !== undefined) ?? ''
}

type Report = Extract<CheckReport, { kind: 'report' }>

function hasFailedTest(report: Report | undefined): boolean {
  const trial = report?.trial
  return trial?.kind === 'ran' && trial.results.some(({ passed }) => !passed)
}

function isOverBudget(report: Report | undefined): boolean {
  return report?.budgets.some(({ holds }) => !holds) ?? false
}

function brokenRules(report: Report | undefined): Rule[] {
  const rules = report?.rules ?? []
  return rules.filter(({ broken }) => broken.length > 0).map(({ rule }) => rule)
}
