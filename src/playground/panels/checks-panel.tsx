import type { ComponentChildren } from 'preact'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Rule } from '#course/frontmatter.ts'
import type { Bench } from '../bench.ts'
import type { CheckReport, TestsVerdict } from '../check-exercise.ts'
import type { ChecksState, ExerciseSession } from '../exercise-session.ts'
import type { TestResult } from '../runners/run-tests.ts'
import { sayNoResult, sayStoppedCompiler } from '../say.ts'
import { LineLink } from './line-link.tsx'
import { LinkedOutput } from './linked-output.tsx'

/** A lesson to go on with. */
export interface NextLesson {
  href: string
  title: string
}

/** What decides that the exercise is solved: rustc, the rules, and each test by its name. */
export function ChecksPanel({
  bench,
  session,
  next,
}: {
  bench: Bench
  session: ExerciseSession
  next?: NextLesson
}) {
  const checks = session.checks.value
  const changed = checks.kind === 'checked' && checks.text !== bench.text.value
  return (
    <>
      <p class="wb-status" role="status">
        {sayChecks(checks, session)}
        {changed && ' The code has changed since.'}
      </p>
      {session.solved.value && !isOpenAgain(checks) && <Solved next={next} />}
      {checks.kind === 'checked' && checks.report.kind === 'report' && (
        <Report bench={bench} report={checks.report} />
      )}
    </>
  )
}

/** Solved before, but not as the code is now. */
function isOpenAgain(checks: ChecksState): boolean {
  return checks.kind === 'checked' && checks.report.kind === 'report' && !checks.report.solved
}

type Reported = Extract<CheckReport, { kind: 'report' }>

function sayChecks(checks: ChecksState, { solved, exercise }: ExerciseSession): string {
  if (checks.kind === 'checking') return 'Checking: compiling with the tests, then running each…'
  if (checks.kind === 'checked') return sayReport(checks.report)
  if (solved.value) return 'You solved this before.'
  return `Check asks rustc${exercise.rules.length > 0 ? ', the rules' : ''} and the lesson’s tests.`
}

function sayReport(report: CheckReport): string {
  if (report.kind === 'no result') return `Not checked. ${sayNoResult(report.answer, 'Check')}`
  if (report.kind === 'stopped') return sayStoppedCompiler(report.result)
  const { held, all } = countChecks(report)
  if (report.solved) return `Solved: all ${all} checks hold.`
  if (report.refused.length > 0) return 'Not yet: rustc refuses the program. The tests come after.'
  return `Not yet: ${held} of ${all} checks hold.`
}

/** How many checks there are, and how many hold. */
export function countChecks({ refused, rules, tests }: Reported): { held: number; all: number } {
  const verdicts = [refused.length === 0, ...rules.map(({ broken }) => broken.length === 0)]
  if (tests.kind === 'ran') verdicts.push(...tests.results.map(({ passed }) => passed))
  if (tests.kind === 'not built') verdicts.push(false)
  return { held: verdicts.filter(Boolean).length, all: verdicts.length }
}

function Solved({ next }: { next?: NextLesson }) {
  return (
    <p class="wb-solved">
      <strong>Solved.</strong> This is kept in your browser.{' '}
      {next && <a href={next.href}>Next: {next.title} →</a>}
    </p>
  )
}

function Report({ bench, report }: { bench: Bench; report: Reported }) {
  return (
    <ul class="wb-checks">
      <Verdict holds={report.refused.length === 0} says="rustc accepts the program">
        <Places bench={bench} diagnostics={report.refused} />
      </Verdict>
      {report.rules.map(({ rule, broken }) => (
        <Verdict key={rule} holds={broken.length === 0} says={ruleInWords[rule]}>
          <Places bench={bench} diagnostics={broken} />
        </Verdict>
      ))}
      <Tests bench={bench} tests={report.tests} refused={report.refused.length > 0} />
    </ul>
  )
}

const ruleInWords: Record<Rule, string> = {
  'no-unsafe': 'no unsafe',
  'no-unwrap': 'no unwrap or expect',
  'no-panic': 'no panic, unwrap or expect',
  'no-indexing': 'no indexing that can panic',
}

function Tests({ bench, tests, refused }: { bench: Bench; tests: TestsVerdict; refused: boolean }) {
  if (tests.kind === 'none') return null
  if (tests.kind === 'ran')
    return tests.results.map((result) => <Test key={result.name} bench={bench} result={result} />)
  if (refused) return null
  return (
    <Verdict holds={false} says="the program compiles together with the tests">
      <Places bench={bench} diagnostics={tests.diagnostics} />
    </Verdict>
  )
}

function Test({ bench, result }: { bench: Bench; result: TestResult }) {
  return (
    <Verdict holds={result.passed} says={result.name.replaceAll('_', ' ')}>
      {!result.passed && (
        <pre class="wb-console" tabIndex={0} aria-label="What the test says">
          <LinkedOutput bench={bench} text={result.output} />
        </pre>
      )}
    </Verdict>
  )
}

function Verdict({ holds, says, children }: { holds: boolean; says: string; children?: ComponentChildren }) {
  return (
    <li class={holds ? 'wb-holds' : 'wb-fails'}>
      <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
      <div>
        <span class="visually-hidden">{holds ? 'holds: ' : 'does not hold: '}</span>
        {says}
        {children}
      </div>
    </li>
  )
}

function Places({ bench, diagnostics }: { bench: Bench; diagnostics: Diagnostic[] }) {
  if (diagnostics.length === 0) return null
  return (
    <ul>
      {diagnostics.map((diagnostic, index) => (
        <li key={index}>
          {diagnostic.code && <code>{diagnostic.code}</code>} {diagnostic.message}{' '}
          <Place bench={bench} diagnostic={diagnostic} />
        </li>
      ))}
    </ul>
  )
}

function Place({ bench, diagnostic }: { bench: Bench; diagnostic: Diagnostic }) {
  const span = diagnostic.spans.find(({ primary }) => primary)
  if (!span) return null
  if (span.file === bench.file) return <LineLink bench={bench} at={span.start} />
  return <span>{`${span.file} line ${span.start.line}`}</span>
}
