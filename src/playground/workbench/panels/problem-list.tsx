import { useMemo, useState } from 'preact/hooks'
import type { Bench } from '../../program/program-session.ts'
import type { CheckState } from '../../program/check-loop.ts'
import { compilerOf, sayNoResult } from '../../wording/describe-answer.ts'
import { sayCheck } from '../../wording/describe-check.ts'
import { Problem } from './problem.tsx'
import { StepWalker } from './step-walker.tsx'

/** All that compiler and kernel say of the program as an ordered list: the same as is drawn in the code. */
export function ProblemList({ bench }: { bench: Bench }) {
  // The same element each time: the list is drawn anew for new stories alone.
  const stories = useMemo(() => <Stories bench={bench} />, [bench])
  const checking = bench.check.value.kind === 'checking'
  return (
    <>
      <div class="wb-verdict">
        <p class="wb-status" aria-busy={checking}>
          {sayCheck(bench.check.value, compilerOf(bench.language))}
        </p>
        <StepWalker reading={bench.reading} />
      </div>
      {bench.check.value.kind === 'not asked' && (
        <button type="button" class="wb-button" onClick={bench.checkAgain}>
          Ask {compilerOf(bench.language)}
        </button>
      )}
      <RecordedNote state={bench.check.value} />
      <div data-stale={checking || undefined}>{stories}</div>
    </>
  )
}

/** More are shown when they are asked for: who has so many mends the first ones first. */
const shownAtFirst = 40

function Stories({ bench }: { bench: Bench }) {
  const [all, setAll] = useState(false)
  const stories = bench.reading.stories.value
  const shown = all ? stories : stories.slice(0, shownAtFirst)
  return (
    <>
      <ol class="wb-problems">
        {shown.map((story, index) => (
          <Problem key={`${index} ${story.message}`} {...{ bench, story, index }} />
        ))}
      </ol>
      {shown.length < stories.length && (
        <button type="button" class="wb-button" onClick={() => setAll(true)}>
          Show {stories.length - shown.length} more
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
      <strong>Recorded, {recorded.toolchain}.</strong> {sayNoResult(recorded.because)}
    </p>
  )
}
