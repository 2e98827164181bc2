import { z } from 'zod'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { CourseError } from '../../course-error.ts'
import { readMarkers } from '../../duties.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'

/** `steps.yaml`: what is written first, next, last; each step has tests of its own in `check/tests.rs`. */
export const Steps = z
  .array(
    z.strictObject({
      title: z.string().max(70),
      text: z.string().describe('what to write, and from what in the C; as Markdown'),
      tests: z.array(z.string()).min(1).describe('names of tests in check/tests.rs'),
    }),
  )
  .min(2)
  .max(9)
export type Steps = z.infer<typeof Steps>

const Head = ExerciseHead('port').refine(
  ({ target, expect }) => target === 'userspace' && expect === 'tests',
  {
    path: ['expect'],
    message: 'a port is of target «userspace» and its start fails «tests»',
  },
)
/** C functions that work, and signatures: the reader writes the Rust from blank, step by step. */
export const port = defineKind({
  title: 'Port',
  marker: 'Port',
  once: [],
  may: [],
  words: [120, 700],
  head: Head,
  record: Recorded,
  read: readSteps,
  codes: codesOfExercise,
})

/** Reads an exercise in steps. Throws `CourseError`. */
export function readSteps(lesson: LessonFolder<ExerciseHead>) {
  const { files, folder } = lesson
  const exercise = readExercise(lesson)
  const steps = readYaml(files, `${folder}/steps.yaml`, Steps)
  checkSteps(folder, steps, exercise.tests ?? '')
  return {
    exercise,
    steps,
    /** The C, which works. */
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    ...(`${folder}/questions.yaml` in files && {
      questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    }),
  }
}

/** Every test belongs to one step, and every step's tests are there. */
function checkSteps(folder: string, steps: Steps, tests: string) {
  const named = steps.flatMap((step) => step.tests)
  const there = [...tests.matchAll(/#\[test\]\s*(?:#\[[^\]]*\]\s*)*fn (\w+)/g)].map(([, name]) => name!)
  const missing = named.find((name) => !there.includes(name))
  if (missing)
    throw new CourseError(
      `${folder}/steps.yaml names the test «${missing}», which check/tests.rs does not have.`,
    )
  const stray = there.find((name) => named.filter((other) => other === name).length !== 1)
  if (stray)
    throw new CourseError(
      `${folder}/check/tests.rs has the test «${stray}», which belongs to no step or to two. Name it once in steps.yaml.`,
    )
}
