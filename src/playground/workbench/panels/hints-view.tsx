import type { ProgramSession } from '../../program/program-session.ts'
import { type ExerciseSession, reportOf } from '../../exercise/exercise-session.ts'
import { firstHint } from '../../exercise/first-hint.ts'
import { Markdown } from './markdown.tsx'

/** The hints taken so far; the first is about the error that the reader has now. */
export function HintsView({ program, session }: { program: ProgramSession; session: ExerciseSession }) {
  const taken = session.hints.value
  if (taken === 0) return null
  const { second, third } = session.exercise.hints
  const first = isDone(program, session) ? nothingLeft : toFirstHint(program, session)
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

const nothingLeft = 'All checks hold: there is nothing left to do.'

/** The checks hold, and of the code as it is. */
function isDone({ text }: ProgramSession, { checks: { value: state } }: ExerciseSession): boolean {
  return state.kind === 'checked' && state.text === text.value && reportOf(state)?.solved === true
}

function toFirstHint({ diagnostics }: ProgramSession, { exercise, checks }: ExerciseSession): string {
  return firstHint(exercise, diagnostics.value, checks.value)
}
