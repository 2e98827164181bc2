import type { ComponentChildren } from 'preact'
import { describeRule } from '#course/describe-rule.ts'
import type { Exercise } from '#course/exercise.ts'
import type { Weighed } from '#course/kinds/measure/weigh.ts'
import { t, tn } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { CheckReport } from '../../exercise/check-report.ts'
import type { ChecksState, ExerciseSession } from '../../exercise/exercise-session.ts'
import { describeStoppedCompiler } from '../../wording/describe-answer.ts'
import { describeQueue } from '../../wording/describe-boot.ts'
import { readSteps } from '../read-steps.ts'
import { useWhatIsLeft } from '../use-what-is-left.ts'
import { Failure } from './failure.tsx'
import { Phrase } from './phrase.tsx'
import { Places } from './places.tsx'
import { RecordedNote } from './recorded-note.tsx'
import { inOrderOfSteps, StepsDone } from './steps-done.tsx'
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
            <strong>{t('The code has changed since this check.')}</strong> {t('It said:')}{' '}
          </>
        )}
        <HowFar session={session} />
      </p>
      {checks.kind === 'checked' && checks.report.kind === 'report' && (
        <RecordedNote recorded={checks.report.recorded} button="Check" />
      )}
      {session.solved.value && !isOpenAgain(checks) && <Solved session={session} next={next} />}
      {checks.kind === 'checked' && checks.report.kind === 'report' && (
        <Report exercise={session.exercise} program={program} report={checks.report} />
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
      {t('Not checked.')} <Failure failure={report.failure} button="Check" />
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
      ? t('Checking: compiling, then loading the driver into a kernel…')
      : t('Checking: compiling with the tests, then running each…')
  }
  if (solved.value)
    return t('You solved this before. Check says whether the code as it is now solves it, too.')
  if (shown.value) return t('You have seen the solution. Check says whether the code here is one.')
  return describeAsked(isDriver, exercise.rules.length > 0)
}

function describeAsked(isDriver: boolean, hasRules: boolean): string {
  if (isDriver)
    return hasRules
      ? t('Check asks rustc, the rules and a booted kernel, with the commands of check/boot.sh.')
      : t('Check asks rustc and a booted kernel, with the commands of check/boot.sh.')
  return hasRules
    ? t('Check asks rustc, the rules and the lesson’s tests.')
    : t('Check asks rustc and the lesson’s tests.')
}

function describeReport(report: Exclude<CheckReport, { kind: 'no result' }>): string {
  if (report.kind === 'stopped') return describeStoppedCompiler(report.result)
  const { held, all } = countChecks(report)
  if (report.solved) return tn('Solved: the check holds.', 'Solved: all {count} checks hold.', { count: all })
  if (report.refused.length > 0) return t('Not yet: rustc refuses the program. The tests come after.')
  return tn('Not yet: the check does not hold.', 'Not yet: {held} of {count} checks hold.', {
    count: all,
    held,
  })
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
  const left = useWhatIsLeft()
  return (
    <p class="wb-solved">
      <strong>{session.shown.value ? t('Solved, with a look at the solution.') : t('Solved.')}</strong>{' '}
      {t('Your progress is saved in this browser.')}{' '}
      {left && (
        <>
          <a class="wb-read-on" href={left.href}>
            {t('Read on: {what}', { what: left.words })}
          </a>
          {next && t(', then ')}
        </>
      )}
      {next && (
        <a href={next.href}>{left ? `${next.title} →` : t('Next: {title} →', { title: next.title })}</a>
      )}
    </p>
  )
}

interface ReportProps {
  exercise: Exercise
  program: ProgramSession
  report: Reported
}

/** What does not hold comes first. */
function Report({ exercise, program, report }: ReportProps): ComponentChildren {
  const { rules, budgets, trial } = report
  const refused = report.refused.length > 0
  const items: Item[] = [
    {
      holds: !refused,
      element: (
        <Verdict key="rustc" holds={!refused} says={t('rustc accepts the program')}>
          <Places program={program} diagnostics={report.refused} />
        </Verdict>
      ),
    },
    ...rules.map(({ rule, broken }) => ({
      holds: broken.length === 0,
      element: (
        <Verdict key={rule} holds={broken.length === 0} says={describeRule(rule)}>
          <Places program={program} diagnostics={broken} />
        </Verdict>
      ),
    })),
    ...(refused ? [] : budgets.map(toBudgetItem)),
    ...toTrialItems({ exercise, program, trial, refused }),
  ]
  const steps = readSteps()
  return (
    <>
      {!refused && <StepsDone {...{ steps, items }} />}
      <ul class="wb-checks">{inOrderOfSteps(items, steps).map(({ element }) => element)}</ul>
      <TrialConsole program={program} trial={trial} />
    </>
  )
}

function toBudgetItem({ title, bytes, budget, holds }: Weighed): Item {
  const says = bytes === undefined ? ` ${toMissing()}` : `: ${describeWeight(bytes, budget)}`
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

function describeWeight(bytes: number, budget: number | undefined): string {
  return budget === undefined
    ? t('{bytes} bytes', { bytes })
    : t('{bytes} of {budget} bytes', { bytes, budget })
}

/** Nobody can weigh what the compiler has put into its callers. */
const toMissing = () =>
  t('is not there to be weighed. Keep the names of the start, and each #[inline(never)] above them.')
