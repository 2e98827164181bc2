import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ProgramSession } from '../program/program-session.ts'
import { createChecker } from './create-checker.ts'
import { createSides, storageKey, type Sides } from './create-sides.ts'
import { createExerciseSession, type ExerciseSession } from './exercise-session.ts'
import { createMeasuring, type Measuring } from './measuring.ts'
import { createExerciseTools } from './exercise-tools.ts'
import { autosave, type SaveState } from '../program/autosave.ts'
import { onPrediction } from './prediction.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { saveTrialsForLater } from './trials/load-trials.ts'
import { createView, type View } from '../program/view.ts'

/** An exercise that is being worked on. */
export interface OpenExercise extends Sides {
  view: View
  /** The side that was last in sight. */
  active: ReadonlySignal<ProgramSession>
  session: ExerciseSession
  /** Of a lesson that measures. */
  measuring: Measuring | undefined
  /** Whether a file is saved, by its name. */
  saved: Record<string, ReadonlySignal<SaveState>>
  /** Runs the side in sight. */
  startActive(): void
  /** Runs C and Rust at once, in sight of each other. */
  startBoth(): void
  end(): void
}

/** Opens an exercise with the reader's own version, else its start; `waits`: the start is not checked before the reader asks for it. */
export function openExercise(exercise: ProvenExercise, { waits }: { waits: boolean }): OpenExercise {
  const view = createView(exercise.root)
  const tools = createExerciseTools(exercise)
  const sides = createSides(tools, view, waits)
  const { c, rust } = sides
  const autosaves = autosaveSides(exercise, sides)
  const session = createExerciseSession(exercise, rust, createChecker(tools))
  const measuring = createMeasuring(tools, sides)
  const active = signal(rust)
  saveTrialsForLater(exercise)
  const ends = [
    onPrediction(rust),
    effect(() => follow(view.shown.value, active, sides)),
    ...[autosaves, session, rust, c].map((part) => part.end),
    ...(measuring ? [measuring.end] : []),
  ]
  return {
    ...sides,
    ...{ view, session, measuring, active, saved: autosaves.states },
    startActive() {
      view.both.value = false
      void active.peek().start()
    },
    startBoth() {
      view.both.value = true
      void Promise.all([c.start(), rust.start()])
    },
    end: () => ends.forEach((end) => end()),
  }
}

function autosaveSides(exercise: ProvenExercise, sides: Sides) {
  const { c, rust, script } = sides
  const files = [c, rust, script, ...(rust.input ? [rust.input] : [])].map(
    (edited) => [edited.file, autosave(storageKey(exercise, edited.file), edited)] as const,
  )
  return {
    states: Object.fromEntries(files.map(([file, { state }]) => [file, state])),
    end: () => files.forEach(([, { end }]) => end()),
  }
}

/** The C is checked when it is first looked at: nothing in it is to be predicted. */
function follow(shown: string, active: Signal<ProgramSession>, { c, rust }: Sides) {
  if (shown === rust.file) active.value = rust
  if (shown !== c.file) return
  active.value = c
  if (c.check.peek().kind === 'not asked') c.checkAgain()
}
