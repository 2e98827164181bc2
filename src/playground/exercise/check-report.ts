import type { Verdict } from '#protocol/boot.ts'
import type { CompileResult, StopReason } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { lessonRules } from '#protocol/lesson-rules.ts'
import { type BootJudgement, holdsAll } from '#course/judge-boot.ts'
import type { Rule } from '#course/frontmatter.ts'
import type { Weighed } from '#course/kinds/measure/weigh.ts'
import type { RequestFailure, StandIn } from '../backends/request-failure.ts'
import type { TestResult } from '../backends/runners/run-tests.ts'

/** What a check came to: whether the exercise is solved, and what is still missing; or why nobody knows. */
export type CheckReport =
  | { kind: 'no result'; failure: RequestFailure }
  | { kind: 'stopped'; result: Extract<CompileResult, { outcome: 'stopped' }> }
  | {
      kind: 'report'
      refused: Diagnostic[]
      rules: RuleVerdict[]
      /** The rows with a budget; of a lesson that measures. */
      budgets: Weighed[]
      trial: Trial
      solved: boolean
      /** Absent where it was checked just now. */
      recorded?: StandIn
    }

/** Whether a rule of the exercise holds. */
export interface RuleVerdict {
  rule: Rule
  /** Where it is broken; empty where it holds. */
  broken: Diagnostic[]
}

/** What came of trying the program: by the lesson's tests, or in a booted kernel. */
export type Trial =
  | { kind: 'ran'; results: TestResult[] }
  | {
      kind: 'booted'
      judgement: BootJudgement
      reports: KernelReport[]
      /** How the kernel ended, or why it was stopped. */
      ending: Verdict | StopReason
      console: string
    }
  | { kind: 'not built'; diagnostics: Diagnostic[] }
  | { kind: 'none' }

/** Sorts what the compiler said by the rules that the exercise requires, and decides whether it is solved. */
export function toCheckReport(
  diagnostics: Diagnostic[],
  { rules: required, weighed = [] }: Asked,
  trial: Trial,
): CheckReport {
  const budgets = weighed.filter(({ budget }) => budget !== undefined)
  const rules = required.map((rule) => ({ rule, broken: diagnostics.filter((found) => breaks(rule, found)) }))
  const refused = diagnostics.filter(
    (found) => isError(found) && !required.some((rule) => breaks(rule, found)),
  )
  const isQuiet = refused.length === 0 && rules.every(({ broken }) => broken.length === 0)
  const solved = isQuiet && budgets.every(({ holds }) => holds) && passes(trial)
  return { kind: 'report', refused, rules, budgets, trial, solved }
}

/** What an exercise asks for beyond that rustc accepts it. */
interface Asked {
  rules: Rule[]
  weighed?: Weighed[]
}

/** Whether a diagnostic refuses a program. */
export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

function breaks(rule: Rule, { code }: Diagnostic): boolean {
  return code !== undefined && lessonRules[rule].lints.includes(code)
}

/** Whether trying the program found nothing wrong. */
export function passes(trial: Trial): boolean {
  switch (trial.kind) {
    case 'none':
      return true
    case 'ran':
      return trial.results.length > 0 && trial.results.every(({ passed }) => passed)
    case 'booted':
      return holdsAll(trial.judgement)
    case 'not built':
      return false
  }
}
