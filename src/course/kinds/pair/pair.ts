import type { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { CourseError } from '../../course-error.ts'
import { type AnnotatedSource, readMarkers } from '../../duties.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Duties, Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { readTransfer } from '../../tasks/read-transfer.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'

const Head = ExerciseHead('pair')
type Head = z.infer<typeof Head>

/** C crashes, rustc refuses, the reader fixes: for a class of bugs that the borrow checker or the types refuse. */
export const pair = defineKind({
  title: msg('Pair'),
  marker: 'Pair',
  once: ['Predict'],
  may: ['Refusal'],
  words: [300, 700],
  head: Head,
  record: Recorded,
  read: readPair,
  codes: codesOfExercise,
})

function readPair(lesson: LessonFolder<Head>) {
  const { files, folder } = lesson
  const exercise = readExercise(lesson)
  const parts = {
    exercise,
    /** The C driver. */
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    /** The root file of the Rust start. */
    rust: readMarkers(need(files, `${folder}/start/${exercise.root}`)),
    duties: readYaml(files, `${folder}/duties.yaml`, Duties),
    tasks: readTransfer(files, folder),
    questions: readYaml(files, `${folder}/questions.yaml`, Questions),
  }
  checkDuties(folder, parts)
  return parts
}

interface Marked {
  c: AnnotatedSource
  rust: AnnotatedSource
  duties: Duties
}

function checkDuties(folder: string, { c, rust, duties }: Marked) {
  for (const [side, marked] of [
    ['c/driver.c', c],
    ['start', rust],
  ] as const) {
    const stray = marked.duties.find(({ name }) => !(name in duties))
    if (stray) {
      throw new CourseError(
        `${folder}/${side} marks «${stray.name}», which duties.yaml does not explain. Add it there, or drop the marker.`,
      )
    }
  }
  for (const name of Object.keys(duties)) {
    if (![c, rust].every((marked) => marked.duties.some((duty) => duty.name === name))) {
      throw new CourseError(
        `${folder}/duties.yaml explains «${name}», but only one side or none marks it. Add «//@ ${name}» to the lines of both.`,
      )
    }
  }
}
