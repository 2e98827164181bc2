import type { ComponentChildren } from 'preact'
import type { Weighed } from '#course/kinds/measure/weigh.ts'
import { lessonRules } from '#protocol/lesson-rules.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { CheckReport } from '../../exercise/check-report.ts'
import type { ChecksState, ExerciseSession } from '../../exercise/exercise-session.ts'
import { describeStoppedCompiler } from '../../wording/describe-answer.ts'
import { describeQueue } from '../../wording/describe-boot.ts'
import { findWhatIsLeft } from '../find-what-is-left.ts'
import { Failure } from './failure.tsx'
import { Phrase } from './phrase.tsx'
import { Places } from './places.tsx'
import { type Item, toTrialItems, TrialConsole, verdictsOf } from './trial-verdicts.tsx'
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
  const isOlder = checks.kind === 'checked' && isOfOlderText(checks, program)
  return (
    <>
      <p class="wb-status" role="status">
        {isOlder && (
          <>
            <strong>The code has changed since this check.</strong> It said:{' '}
          </>
        )}
        <HowFar session={session} />
      </p>
      {session.solved.value && !isOpenAgain(checks) && <Solved session={session} next={next} />}
      {checks.kind === 'checked' && checks.report.kind === 'report' && (
        <Report program={program} report={checks.report} />
      )}
    </>
  )
}

function HowFar({ session }: { session: ExerciseSession }) {
  const checks = session.checks.value
  if (checks.kind !== 'checked') return <>{describeChecks(checks, session)}</>
  const { report } = checks
  if (report.kind !== 'no result') return <>{describeReport(report)}</>
  return (
    <>
      Not checked. <Failure failure={report.failure} button="Check" />
    </>
  )
}

/** Whether the program was edited, or reset, after it was checked. */
export function isOfOlderText(
  { text }: Extract<ChecksState, { kind: 'checked' }>,
  program: ProgramSession,
): boolean {
  return text !== program.text.value
}

/** Solved before, but not as the code is now. */
function isOpenAgain(checks: ChecksState): boolean {
  return checks.kind === 'checked' && checks.report.kind === 'report' && !checks.report.solved
}

type Reported = Extract<CheckReport, { kind: 'report' }>

function describeChecks(
  checks: Exclude<ChecksState, { kind: 'checked' }>,
  { solved, shown, exercise }: ExerciseSession,
): string {
  const isDriver = exercise.target === 'kernel'
  if (checks.kind === 'checking') {
    if (checks.ahead !== undefined) return describeQueue(checks.ahead)
    return isDriver
      ? 'Checking: compiling, then loading the driver into a kernel…'
      : 'Checking: compiling with the tests, then running each…'
  }
  if (solved.value) return 'You solved this before.'
  if (shown.value) return 'You have seen the solution. Check says whether the code here is one.'
  const rules = exercise.rules.length > 0 ? ', the rules' : ''
  return `Check asks rustc${rules} and ${isDriver ? 'a booted kernel, with the commands of check/boot.sh' : 'the lesson’s tests'}.`
}

function describeReport(report: Exclude<CheckReport, { kind: 'no result' }>): string {
  if (report.kind === 'stopped') return describeStoppedCompiler(report.result)
  const { held, all } = countChecks(report)
  if (report.solved) return `Solved: all ${all} checks hold.`
  if (report.refused.length > 0) return 'Not yet: rustc refuses the program. The tests come after.'
  return `Not yet: ${held} of ${all} checks hold.`
}

/** How many checks there are, and how many hold. */
export function countChecks({ refused, rules, budgets, trial }: Reported): { held: number; all: number } {
  const verdicts = [
    refused.length === 0,
    ...rules.map(({ broken }) => broken.length === 0),
    ...budgets.map(({ holds }) => holds),
    ...verdictsOf(trial),
  ]
  return { held: verdicts.filter(Boolean).length, all: verdicts.length }
}

function Solved({ session, next }: { session: ExerciseSession; next: NextLesson | undefined }) {
  const left = findWhatIsLeft()
  return (
    <p class="wb-solved">
      <strong>{session.shown.value ? 'Solved, with a look at the solution.' : 'Solved.'}</strong> Your
      progress is saved in this browser.{' '}
      {left && (
        <>
          <a class="wb-read-on" href={left.href}>
            Read on: {left.words}
          </a>
          {next && ', then '}
        </>
      )}
      {next && <a href={next.href}>{left ? `${next.title} →` : `Next: ${next.title} →`}</a>}
    </p>
  )
}

/** What does not hold comes first. */
function Report({ program, report }: { program: ProgramSession; report: Reported }): ComponentChildren {
  const { rules, budgets, trial } = report
  const refused = report.refused.length > 0
  const items: Item[] = [
    {
      holds: !refused,
      element: (
        <Verdict key="rustc" holds={!refused} says="rustc accepts the program">
          <Places program={program} diagnostics={report.refused} />
        </Verdict>
      ),
    },
    ...rules.map(({ rule, broken }) => ({
      holds: broken.length === 0,
      element: (
        <Verdict key={rule} holds={broken.length === 0} says={lessonRules[rule].text}>
          <Places program={program} diagnostics={broken} />
        </Verdict>
      ),
    })),
    ...(refused ? [] : budgets.map(toBudgetItem)),
    ...toTrialItems({ program, trial, refused }),
  ]
  return (
    <>
      <ul class="wb-checks">
        {items.toSorted((a, b) => Number(a.holds) - Number(b.holds)).map(({ element }) => element)}
      </ul>
      <TrialConsole program={program} trial={trial} />
    </>
  )
}

function toBudgetItem({ title, bytes, budget, holds }: Weighed): Item {
  const says = bytes === undefined ? toMissing : `: ${bytes} of ${budget} bytes`
  return {
    holds,
    element: (
      <Verdict key={title} holds={holds} says="">
        <Phrase text={title} />
        {says}
      </Verdict>
    ),
  }
}

/** Nobody can weigh what the compiler has put into its callers. */
const toMissing =
  ' is not there to be weighed. Keep the names of the start, and each #[inline(never)] above them.'
