import type { Exercise } from '#course/exercise.ts'
import type { RecordedSizes } from '#course/kinds/measure/measured.ts'
import type { Recorded } from '#course/parts.ts'

/** An exercise as its page gives it: with what was recorded when it was last proven; without that where it never was. */
export type ProvenExercise = Exercise & {
  recorded?: Recorded & { sizes?: RecordedSizes }
  /** The name under which this browser keeps the code, where it is not the lesson's slug. */
  savedAs?: string
}
