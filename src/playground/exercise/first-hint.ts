import type { Rule } from '#course/frontmatter.ts'
import { trials } from '#course/trials.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { type CheckReport, isError, passes } from './check-report.ts'

/**
 * Chooses the first hint of an exercise, for the panel of hints: the text for the first error that has one, else for
 * tests that fail, else for a broken rule or too much code, else for a boot that fails, else (where nothing is known to fail) for what the start fails by, else the one for all other cases.
 * `report` is that of the last check, if there was one.
 */
export function firstHint(
  { hints: { first }, target, expect }: Hinted,
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
    ...(codes.length > 0 ? [] : hasFailed(report) ? [trial] : trials.filter((name) => name === expect)),
    'otherwise',
  ]
  return cases.map((name) => first[name]).find((text) => text !== undefined) ?? ''
}

type Hinted = Pick<ProvenExercise, 'hints' | 'target' | 'expect'>
type Report = Extract<CheckReport, { kind: 'report' }>

function hasFailedTest(report: Report | undefined): boolean {
  const trial = report?.trial
  return trial?.kind === 'ran' && trial.results.some(({ passed }) => !passed)
}

function hasFailed(report: Report | undefined): boolean {
  return report !== undefined && !passes(report.trial)
}

function isOverBudget(report: Report | undefined): boolean {
  return report?.budgets.some(({ holds }) => !holds) ?? false
}

function brokenRules(report: Report | undefined): Rule[] {
  const rules = report?.rules ?? []
  return rules.filter(({ broken }) => broken.length > 0).map(({ rule }) => rule)
}
