import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Rule } from '#course/frontmatter.ts'
import { lintsOfRule } from '#course/rules.ts'
import { type Built, buildProgram } from './build-program.ts'
import type { NoResult, Playground } from './playgrounds/playground.ts'
import type { ProvenExercise } from './playgrounds/recorded-playground.ts'
import { runTests, type TestResult } from './runners/run-tests.ts'
import type { Output, Runner } from './runners/runner.ts'

/** Whether an exercise is solved, and what is still missing. */
export type CheckReport =
  | { kind: 'no result'; answer: NoResult }
  | { kind: 'stopped'; result: Extract<CompileResult, { outcome: 'stopped' }> }
  | { kind: 'report'; refused: Diagnostic[]; rules: RuleVerdict[]; tests: TestsVerdict; solved: boolean }

export interface RuleVerdict {
  rule: Rule
  /** Where it is broken. */
  broken: Diagnostic[]
}

export type TestsVerdict =
  { kind: 'ran'; results: TestResult[] } | { kind: 'not built'; diagnostics: Diagnostic[] } | { kind: 'none' }

interface Check {
  exercise: ProvenExercise
  files: SourceFiles
  playground: Playground
  runner: Runner
  signal: AbortSignal
}

/** Asks the compiler, the rules and the lesson's tests. Rejects only if the signal fires. */
export async function checkExercise(check: Check): Promise<CheckReport> {
  const { exercise, files, playground, signal } = check
  const request = { target: exercise.target, language: 'rust', action: 'lint', files } as const
  const [linted, built] = await Promise.all([playground.compile(request, signal), buildTests(check)])
  if (linted.kind !== 'result') return { kind: 'no result', answer: linted }
  if (built?.kind === 'no result') return built
  if (linted.result.outcome === 'stopped') return { kind: 'stopped', result: linted.result }
  if (built?.kind === 'not built' && built.result.outcome === 'stopped') {
    return { kind: 'stopped', result: built.result }
  }
  return toReport(linted.result.diagnostics, exercise.rules, await toTests(built, check))
}

async function buildTests({ exercise, files, playground, signal }: Check): Promise<Built | undefined> {
  if (exercise.tests === undefined) return undefined
  return buildProgram(playground, { ...files, 'tests.rs': exercise.tests }, signal)
}

async function toTests(built: Built | undefined, { runner, signal }: Check): Promise<TestsVerdict> {
  if (built?.kind === 'not built' && built.result.outcome !== 'stopped') {
    return { kind: 'not built', diagnostics: built.result.diagnostics.filter(isError) }
  }
  if (built?.kind !== 'program') return { kind: 'none' }
  const results = await runTests((args) => runOnce(runner, { module: built.module, args }, signal))
  signal.throwIfAborted()
  return { kind: 'ran', results }
}

async function runOnce(runner: Runner, program: Parameters<Runner['run']>[0], signal: AbortSignal) {
  const outputs: Output[] = []
  const ending = await runner.run(program, (output) => outputs.push(output), signal)
  return { ending, outputs }
}

function toReport(diagnostics: Diagnostic[], asked: Rule[], tests: TestsVerdict): CheckReport {
  const rules = asked.map((rule) => ({ rule, broken: diagnostics.filter((found) => breaks(rule, found)) }))
  const refused = diagnostics.filter((found) => isError(found) && !asked.some((rule) => breaks(rule, found)))
  const solved = refused.length === 0 && rules.every(({ broken }) => broken.length === 0) && allPass(tests)
  return { kind: 'report', refused, rules, tests, solved }
}

function breaks(rule: Rule, { code }: Diagnostic): boolean {
  return code !== undefined && lintsOfRule[rule].includes(code)
}

function allPass(tests: TestsVerdict): boolean {
  return (
    tests.kind === 'none' ||
    (tests.kind === 'ran' && tests.results.length > 0 && tests.results.every(({ passed }) => passed))
  )
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
