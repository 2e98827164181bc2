import { codesOfExercise } from '../../codes-of-exercise.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Recorded } from '../../parts.ts'
import { readSteps } from '../port/port.ts'
import { defineKind } from '../lesson-kind.ts'

const Head = ExerciseHead('project').refine(
  ({ target, expect }) => target === 'userspace' && expect === 'tests',
  { path: ['expect'], message: 'a project is of target «userspace» and its start fails «tests»' },
)

/** Something of one's own, in steps, from a state to start from: with the files of a port. */
export const project = defineKind({
  title: 'Project',
  marker: 'Project',
  once: [],
  may: [],
  words: [120, 900],
  head: Head,
  record: Recorded,
  read: readSteps,
  codes: codesOfExercise,
})
