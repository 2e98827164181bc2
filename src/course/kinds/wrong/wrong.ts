import type { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { readMarkers } from '../../duties.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { readTransfer } from '../../tasks/read-transfer.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'

const Head = ExerciseHead('wrong').refine(({ expect }) => expect === 'tests' || expect === 'boot', {
  path: ['expect'],
  message: 'rustc accepts the start of such a lesson: what shows that it is wrong is «tests» or «boot»',
})
type Head = z.infer<typeof Head>

/** Compiles, passes review, and is wrong: a panic, a leak, a stale index, the wrong lock. */
export const wrong = defineKind({
  title: msg('Accepted and wrong'),
  marker: 'Wrong',
  once: [],
  may: ['Shown'],
  words: [200, 700],
  head: Head,
  record: Recorded,
  read: readWrong,
  codes: codesOfExercise,
})

function readWrong(lesson: LessonFolder<Head>) {
  const { files, folder } = lesson
  const exercise = readExercise(lesson)
  return {
    exercise,
    /** The C of the same design, which need not be wrong. */
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    /** The root file of the Rust start; markers, of any name, say which lines matter. */
    rust: readMarkers(need(files, `${folder}/start/${exercise.root}`)),
    tasks: readTransfer(files, folder),
    questions: readYaml(files, `${folder}/questions.yaml`, Questions),
  }
}
