import { describeRule } from '#course/describe-rule.ts'
import type { Trial } from '#playground/exercise/check-report.ts'
import { readTestFailure } from '#playground/exercise/test-failure.ts'
import { toBootVerdicts } from '../boot/to-boot-verdicts.ts'
import type { LessonReport } from './check-lesson.ts'
import type { Verdict } from './verdict.ts'

/** Lists all that decides whether an exercise is solved, in the order in which its page lists it; the same for the same report. */
export function toVerdicts(report: LessonReport, { tests = '' }: { tests?: string | undefined }): Verdict[] {
  const { refused, rules, budgets, trial } = report
  return [
    { name: 'rustc accepts the program', holds: refused.length === 0, diagnostics: refused },
    ...rules.map(({ rule, broken }) => ({
      ...{ name: describeRule(rule), holds: broken.length === 0, diagnostics: broken },
    })),
    ...budgets.map(({ title, bytes, budget, holds }) => ({
      ...{ name: `${title}: at most ${budget} bytes`, holds },
      ...(!holds && { why: bytes === undefined ? notWeighed : `it has ${bytes}` }),
    })),
    ...(refused.length > 0 ? [] : toTrialVerdicts(trial, tests)),
  ]
}

const notWeighed =
  'it is not there to be weighed: keep the names of the start, and each #[inline(never)] above them'

function toTrialVerdicts(trial: Trial, tests: string): Verdict[] {
  switch (trial.kind) {
    case 'none':
      return []
    case 'not built':
      return [{ name: 'it can be built', holds: false, diagnostics: trial.diagnostics }]
    case 'ran':
      if (trial.results.length === 0) return [{ name: 'the tests can be run', holds: false }]
      return trial.results.map(({ name, passed, output }) => ({
        ...{ name, holds: passed, ...codeOf(tests, name) },
        ...(!passed && { why: describeTest(output) }),
      }))
    case 'booted':
      return toBootVerdicts(trial.judgement, trial.ending)
  }
}

function describeTest(output: string): string {
  const { message, expected, got } = readTestFailure(output)
  if (expected !== undefined && got !== undefined)
    return `${message ? `${message}: ` : ''}expected ${expected}, got ${got}`
  return message ?? output
}

/** Finds the text of a test by its name; its end is the first brace at the beginning of a line. */
function codeOf(tests: string, name: string): { code?: string } {
  const lines = tests.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`fn ${name}(`))
  if (at < 0) return {}
  const length = lines.slice(at).findIndex((line) => line === '}')
  return length < 0 ? {} : { code: lines.slice(at, at + length + 1).join('\n') }
}
