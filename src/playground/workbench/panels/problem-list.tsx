import { useMemo, useState } from 'preact/hooks'
import { compilerOf } from '#story/diagnostic-source.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { CheckState } from '../../program/check-loop.ts'
import { describeCheck } from '../../wording/describe-check.ts'
import { Failure, isSilence } from './failure.tsx'
import { Problem } from './problem.tsx'
import { WhereButton } from './where-button.tsx'
import { StepWalker } from './step-walker.tsx'
import './problem-list.css'

/** All that compiler and kernel say of the program as an ordered list: the same as is drawn in the code. */
export function ProblemList({ program }: { program: ProgramSession }) {
  // The same element each time: the list is rendered again only for new stories.
  const stories = useMemo(() => <Stories program={program} />, [program])
  const checking = program.check.value.kind === 'checking'
  return (
    <>
      <div class="wb-verdict">
        <p class="wb-status" aria-busy={checking}>
          {describeCheck(program)}
        </p>
        <StepWalker navigator={program.navigator} />
      </div>
      {program.check.value.kind === 'not asked' && (
        <button type="button" class="wb-button" onClick={program.checkAgain}>
          {t('Ask {compiler}', { compiler: compilerOf(program.language) })}
        </button>
      )}
      <RecordedNote state={program.check.value} />
      <ElsewhereNote state={program.check.value} />
      <SilenceNote state={program.check.value} />
      <div data-stale={checking || undefined}>{stories}</div>
    </>
  )
}

/** More are shown when the reader asks: who has so many fixes the first ones first. */
const shownAtFirst = 40

function Stories({ program }: { program: ProgramSession }) {
  const [all, setAll] = useState(false)
  const stories = program.navigator.stories.value
  const shown = all ? stories : stories.slice(0, shownAtFirst)
  return (
    <>
      <ol class="wb-problems">
        {shown.map((story, index) => (
          <Problem key={`${index} ${story.message}`} {...{ program, story, index }} />
        ))}
      </ol>
      {shown.length < stories.length && (
        <button type="button" class="wb-button" onClick={() => setAll(true)}>
          {t('Show {count} more', { count: stories.length - shown.length })}
        </button>
      )}
    </>
  )
}

function RecordedNote({ state }: { state: CheckState }) {
  const recorded =
    state.kind === 'answered' && state.answer.kind === 'result' ? state.answer.recorded : undefined
  if (!recorded) return null
  return (
    <p class="wb-recorded">
      <strong>{t('Recorded, {toolchain}.', { toolchain: recorded.toolchain })}</strong>{' '}
      <Failure failure={recorded.because} />
    </p>
  )
}

/** Where nobody answers, what the reader can do about it. */
function SilenceNote({ state }: { state: CheckState }) {
  if (state.kind !== 'answered' || state.answer.kind === 'result' || !isSilence(state.answer)) return null
  return (
    <p class="wb-recorded">
      <WhereButton />
    </p>
  )
}

function ElsewhereNote({ state }: { state: CheckState }) {
  const answer = state.kind === 'answered' ? state.answer : undefined
  if (answer?.kind !== 'result' || answer.elsewhere === undefined || answer.result.outcome === 'stopped')
    return null
  return (
    <p class="wb-recorded">
      <strong>
        {t('Checked at {host}, {toolchain}.', {
          host: answer.elsewhere,
          toolchain: answer.result.toolchain,
        })}
      </strong>{' '}
      <WhereButton />
    </p>
  )
}
