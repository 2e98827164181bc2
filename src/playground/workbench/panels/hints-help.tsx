import type { Diagnostic } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import { useEffect } from 'preact/hooks'
import type { ProvenExercise } from '../../backends/proven-exercise.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { type ExerciseSession, reportOf } from '../../exercise/exercise-session.ts'
import { announce } from '../../notices/announcements.ts'
import { firstHint } from '../../exercise/first-hint.ts'
import { Markdown } from './markdown.tsx'
import { isInPage } from '../go-to-results.ts'
import { HelpPane } from './help-pane.tsx'
import './hints-help.css'

interface Props {
  program: ProgramSession
  session: ExerciseSession
}

/** The hints taken so far; the first is about the error that the reader has now. After the last comes the solution. */
export function HintsHelp({ program, session }: Props) {
  const { help } = program
  const taken = session.hints.value
  const texts = hintsOf(program, session).slice(0, taken)
  const isSolved = taken === 1 && isDone(program, session)
  useEffect(() => announce(texts.at(-1)!), [taken])
  return (
    <HelpPane
      title={isSolved ? t('Hint') : t('Hint {taken} of 3', { taken })}
      close={() => (help.value = undefined)}
      buttons={
        <button
          type="button"
          class="wb-button"
          onClick={() => (taken < 3 ? (session.hints.value += 1) : (help.value = { kind: 'solution' }))}
        >
          {isSolved
            ? t('See the hints all the same')
            : taken < 3
              ? t('Next hint ({next} of 3)', { next: taken + 1 })
              : t('Solution')}
        </button>
      }
    >
      <div class="wb-hints">
        {texts.map((text, index) => (
          <div key={index} class="wb-hint-step" ref={index === taken - 1 ? toFirstLine : null}>
            {taken > 1 && <h4>{t('Hint {number}', { number: index + 1 })}</h4>}
            <Markdown text={text} />
          </div>
        ))}
      </div>
    </HelpPane>
  )
}

/** The newest hint begins at the top of what is in sight. */
function toFirstLine(step: HTMLElement | null) {
  const body = step?.closest<HTMLElement>('.wb-help-body')
  if (!step || !body) return
  if (isInPage()) return step.scrollIntoView({ block: 'nearest' })
  body.style.setProperty('--wb-help-height', `${body.clientHeight}px`)
  body.scrollTop = step.offsetTop
}

function hintsOf(program: ProgramSession, session: ExerciseSession): string[] {
  const { second, third } = session.exercise.hints
  return [isDone(program, session) ? nothingLeft() : toFirstHint(program, session), second, third]
}

const nothingLeft = () => t('All checks hold: there is nothing left to do.')

/** The checks hold, and of the code as it is. */
function isDone({ text }: ProgramSession, { checks: { value: state } }: ExerciseSession): boolean {
  return state.kind === 'checked' && state.text === text.value && reportOf(state)?.solved === true
}

function toFirstHint(program: ProgramSession, { exercise, checks }: ExerciseSession): string {
  return firstHint(exercise, diagnosticsOf(program, exercise), reportOf(checks.value))
}

/** As long as rustc was not asked, the text is the start: what was recorded of it holds. */
function diagnosticsOf({ check, diagnostics }: ProgramSession, { recorded }: ProvenExercise): Diagnostic[] {
  return check.value.kind === 'not asked' && recorded ? recorded.start.diagnostics : diagnostics.value
}
