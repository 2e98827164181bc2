import { msg } from '#i18n/t.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Recorded } from '../../parts.ts'
import { readSteps } from '../port/port.ts'
import { defineKind } from '../lesson-kind.ts'

const Head = ExerciseHead('project').refine(({ expect }) => expect === 'tests' || expect === 'boot', {
  path: ['expect'],
  message: 'the start of a project fails «tests», or of target «kernel» its «boot»',
})

/** Something of one's own, in steps, from a state to start from: with the files of a port. */
export const project = defineKind({
  title: msg('Project'),
  marker: 'Project',
  once: [],
  may: [],
  words: [120, 900],
  head: Head,
  record: Recorded,
  read: readSteps,
  codes: codesOfExercise,
})
