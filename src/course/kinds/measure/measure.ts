import type { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { readMarkers } from '../../duties.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'
import { Measure, RecordedSizes } from './measured.ts'

const Head = ExerciseHead('measure').refine(
  ({ target, expect }) => target === 'kernel' && expect === 'budget',
  {
    path: ['expect'],
    message: 'a lesson that measures is of target «kernel», and its start is over the «budget»',
  },
)
type Head = z.infer<typeof Head>

/** Numbers: what the code of C and Rust weighs; the reader's Rust has to keep to a budget. */
export const measure = defineKind({
  title: msg('Measure'),
  marker: 'Measure',
  once: [],
  may: [],
  words: [200, 700],
  head: Head,
  record: Recorded.extend({ sizes: RecordedSizes }),
  read: readMeasure,
  codes: codesOfExercise,
})

function readMeasure(lesson: LessonFolder<Head>) {
  const { files, folder } = lesson
  return {
    exercise: { ...readExercise(lesson), measured: readYaml(files, `${folder}/measure.yaml`, Measure) },
    /** The C of the same design. */
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    ...(`${folder}/questions.yaml` in files && {
      questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    }),
  }
}
