import type { ReadonlySignal } from '@preact/signals'
import { type Bench, createBench } from './bench.ts'
import { createExerciseSession, type ExerciseSession } from './exercise-session.ts'
import { keepCode, type KeepState } from './keeping/keep-code.ts'
import { readSavedCode } from './keeping/saved-code.ts'
import { onWindow } from './on-window.ts'
import { createRecordedPlayground, type ProvenExercise } from './playgrounds/recorded-playground.ts'
import { createServicePlayground } from './playgrounds/service-playground.ts'
import { withPatience } from './playgrounds/with-patience.ts'
import { withFallback } from './playgrounds/with-fallback.ts'
import { createWasmRunner } from './runners/wasm-runner.ts'
import { serviceBase } from './service-base.ts'

/** An exercise that is being worked on. */
export interface OpenExercise {
  bench: Bench
  session: ExerciseSession
  kept: ReadonlySignal<KeepState>
  end(): void
}

/** Puts the reader's version of an exercise, or its start, on a bench; `waits`: the start is not checked unasked. */
export function openExercise(exercise: ProvenExercise, { waits }: { waits: boolean }): OpenExercise {
  const { slug, root, start } = exercise
  const { [root]: given = '', ...others } = start
  const saved = readSavedCode(slug)?.text
  const bench = createBench({
    file: root,
    text: saved ?? given,
    waits: waits && (saved ?? given) === given,
    others,
    playground: withFallback(
      withPatience(createServicePlayground(serviceBase())),
      createRecordedPlayground(exercise),
    ),
    runner: createWasmRunner(),
  })
  const keeping = keepCode(slug, bench)
  const session = createExerciseSession(exercise, bench)
  const stopListening = onPrediction(bench)
  return {
    bench,
    session,
    kept: keeping.state,
    end: () => (stopListening(), [keeping, session, bench].forEach((part) => part.end())),
  }
}

/** Who has predicted what rustc says, and looks at the answer on the page, may see it here too. */
function onPrediction(bench: Bench): () => void {
  const show = () => bench.check.peek().kind === 'not asked' && bench.checkAgain()
  if (document.querySelector('.predict details[open]')) show()
  return onWindow('no-oops:predicted', show)
}
