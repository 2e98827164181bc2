import type { ComponentChildren } from 'preact'
import { lessonRules } from '#protocol/lesson-rules.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { CheckReport } from '../../exercise/check-report.ts'
import type { ChecksState, ExerciseSession } from '../../exercise/exercise-session.ts'
import { describeFailure, describeStoppedCompiler } from '../../wording/describe-answer.ts'
import { Places } from './places.tsx'
import { TrialVerdicts, verdictsOf } from './trial-verdicts.tsx'
import { Verdict } from './verdict.tsx'
import './checks-panel.css'

/** A lesson to go on with. */
export interface NextLesson {
  href: string
  title: string
}

/** What decides that the exercise is solved: rustc, the rules, and each test or each line of the console. */
export function ChecksPanel({
  program,
  session,
  next,
}: {
  program: ProgramSession
  session: ExerciseSession
  next?: NextLesson
}) {
  const checks = session.checks.value
  const changed = checks.kind === 'checked' && checks.text !== program.text.value
  return (
    <>
      <p class="wb-status" role="status">
        {describeChecks(checks, session)}
        {changed && ' The code has changed since.'}
      </p>
      {session.solved.value && !isOpenAgain(checks) && <Solved next={next} />}
      {checks.kind === 'checked' && checks.report.kind === 'report' && (
        <Report program={program} report={checks.report} />
      )}
    </>
  )
}

/** Solved before, but not as the code is now. */
function isOpenAgain(checks: ChecksState): boolean {
  return checks.kind === 'checked' && checks.report.kind === 'report' && !checks.report.solved
}

type Reported = Extract<CheckReport, { kind: 'report' }>

function describeChecks(checks: ChecksState, { solved, exercise }: ExerciseSession): string {
  const isDriver = exercise.target === 'kernel'
  if (checks.kind === 'checking') {
    return isDriver
      ? 'Checking: compiling, then loading the driver into a kernel…'
      : 'Checking: compiling with the tests, then running each…'
  }
  if (checks.kind === 'checked') return describeReport(checks.report)
  if (solved.value) return 'You solved this before.'
  const rules = exercise.rules.length > 0 ? ', the rules' : ''
  return `Check asks rustc${rules} and ${isDriver ? 'a booted kernel, with the commands of check/boot.sh' : 'the lesson’s tests'}.`
}

function describeReport(report: CheckReport): string {
  if (report.kind === 'no result') return `Not checked. ${describeFailure(report.failure, 'Check')}`
  if (report.kind === 'stopped') return describeStoppedCompiler(report.result)
  const { held, all } = countChecks(report)
  if (report.solved) return `Solved: all ${all} checks hold.`
  if (report.refused.length > 0) return 'Not yet: rustc refuses the program. The tests come after.'
  return `Not yet: ${held} of ${all} checks hold.`
}

/** How many checks there are, and how many hold. */
export function countChecks({ refused, rules, trial }: Reported): { held: number; all: number } {
  const verdicts = [
    refused.length === 0,
    ...rules.map(({ broken }) => broken.length === 0),
    ...verdictsOf(trial),
  ]
  return { held: verdicts.filter(Boolean).length, all: verdicts.length }
}

function Solved({ next }: { next: NextLesson | undefined }) {
  return (
    <p class="wb-solved">
      <strong>Solved.</strong> Your progress is saved in this browser.{' '}
      {next && <a href={next.href}>Next: {next.title} →</a>}
    </p>
  )
}

function Report({ program, report }: { program: ProgramSession; report: Reported }): ComponentChildren {
  const refused = report.refused.length > 0
  return (
    <ul class="wb-checks">
      <Verdict holds={!refused} says="rustc accepts the program">
        <Places program={program} diagnostics={report.refused} />
      </Verdict>
      {report.rules.map(({ rule, broken }) => (
        <Verdict key={rule} holds={broken.length === 0} says={lessonRules[rule].text}>
          <Places program={program} diagnostics={broken} />
        </Verdict>
      ))}
      <TrialVerdicts program={program} trial={report.trial} refused={refused} />
    </ul>
  )
}
