import type { Bench } from '../bench.ts'
import type { CheckState } from '../check-loop.ts'
import { compilerOf, sayNoResult } from '../say.ts'
import { sayCheck } from '../say-check.ts'
import { Problem } from './problem.tsx'
import { StepWalker } from './step-walker.tsx'

/** All that compiler and kernel say of the program as an ordered list: the same as is drawn in the code. */
export function ProblemList({ bench }: { bench: Bench }) {
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
      <ol class="wb-problems" data-stale={checking || undefined}>
        {bench.reading.stories.value.map((story, index) => (
          <Problem key={`${index} ${story.message}`} {...{ bench, story, index }} />
        ))}
      </ol>
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
