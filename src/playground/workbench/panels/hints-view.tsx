import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import { Markdown } from './markdown.tsx'

/** The hints taken so far; the first is about the error that the reader has now. */
export function HintsView({ program, session }: { program: ProgramSession; session: ExerciseSession }) {
  const taken = session.hints.value
  if (taken === 0) return null
  const { second, third } = session.exercise.hints
  const first = isDone(program, session) ? nothingLeft : firstHint(program, session)
  return (
    <section class="wb-hints" aria-label="Hints taken" aria-live="polite">
      {[first, second, third].slice(0, taken).map((text, index) => (
        <div key={index} class="wb-hint-step" ref={index === taken - 1 ? intoSight : null}>
          <h3>Hint {index + 1} of 3</h3>
          <Markdown text={text} />
        </div>
      ))}
    </section>
  )
}

function intoSight(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}

const nothingLeft = 'All checks hold: there is nothing left to hint at.'

/** The checks hold, and of the code as it is. */
function isDone({ text }: ProgramSession, { checks: { value: state } }: ExerciseSession): boolean {
  return (
    state.kind === 'checked' &&
    state.report.kind === 'report' &&
    state.report.solved &&
    state.text === text.value
  )
}

function firstHint(program: ProgramSession, { exercise, checks }: ExerciseSession): string {
  const { first } = exercise.hints
  const codes = program.diagnostics.value
    .filter(({ severity }) => severity === 'error')
    .map(({ code = 'no-code' }) => code)
  const checked = checks.value
  const report = checked.kind === 'checked' && checked.report.kind === 'report' ? checked.report : undefined
  const broken = report?.rules.flatMap(({ rule, broken }) => (broken.length > 0 ? [rule] : [])) ?? []
  const trial = exercise.target === 'kernel' ? 'boot' : 'tests'
  const failed = report?.trial.kind === 'ran' && report.trial.results.some(({ passed }) => !passed)
  const kinds = [...codes, ...(failed ? [trial] : []), ...broken, ...(codes.length === 0 ? [trial] : [])]
  const known = kinds.find((kind) => first[kind] !== undefined)
  return (known && first[known]) ?? first.otherwise ?? ''
}
