import { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { parseBootScript } from '../../boot-script.ts'
import { namesOfTests } from '../../kunit-files.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { CourseError } from '../../course-error.ts'
import { readMarkers } from '../../duties.ts'
import type { Exercise } from '../../exercise.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'
import { readReached } from './read-reached.ts'

/**
 * `steps.yaml`: what is written first, next, last. Each step has checks of its own: tests of `check/tests.rs`, or of target
 * kernel lines that the console shows under `check/boot.sh`.
 */
export const Steps = z
  .array(
    z
      .strictObject({
        title: z.string().max(70),
        text: z.string().describe('what to write, and from what in the C; as Markdown'),
        tests: z
          .array(z.string())
          .min(1)
          .optional()
          .describe('names of tests in check/tests.rs, or check/kunit.rs'),
        shows: z
          .array(z.string())
          .min(1)
          .optional()
          .describe('of target kernel: lines «#= …» of check/boot.sh'),
      })
      .transform(({ title, text, tests, shows }) => ({
        title,
        text,
        checks: [...(shows ?? []), ...(tests ?? [])],
      })),
  )
  .min(2)
  .max(9)
export type Steps = z.infer<typeof Steps>

const Head = ExerciseHead('port').refine(({ expect }) => expect === 'tests' || expect === 'boot', {
  path: ['expect'],
  message: 'the start of a port fails «tests», or of target «kernel» its «boot»',
})

/** C functions that work, and signatures: the reader writes the Rust from blank, step by step. */
export const port = defineKind({
  title: msg('Port'),
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
  checkSteps(folder, steps, exercise)
  return {
    exercise,
    steps,
    /** The reader's files after each of the first steps, for those that have a patch. */
    reached: readReached(files, folder, exercise),
    /** The C, which works. */
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    ...(`${folder}/questions.yaml` in files && {
      questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    }),
  }
}

/** Every check belongs to one step, and every step's checks are there. */
function checkSteps(folder: string, steps: Steps, { tests = '', checkScript, kunit = '' }: Exercise) {
  const [what, path, there] =
    checkScript === undefined
      ? (['the test', 'check/tests.rs', namesOfTests(tests)] as const)
      : ([
          kunit === '' ? 'the line' : 'the line or test',
          kunit === '' ? 'check/boot.sh' : 'check/boot.sh or kunit.rs',
          [...parseBootScript(checkScript).expected, ...namesOfTests(kunit)],
        ] as const)
  const named = steps.flatMap(({ checks }) => checks)
  const missing = named.find((name) => !there.includes(name))
  if (missing !== undefined)
    throw new CourseError(`${folder}/steps.yaml names ${what} «${missing}», which ${path} does not have.`)
  const stray = there.find((name) => named.filter((other) => other === name).length !== 1)
  if (stray !== undefined)
    throw new CourseError(
      `${folder}/${path} has ${what} «${stray}», which belongs to no step or to two. Name it once in steps.yaml.`,
    )
  const empty = steps.find(({ checks }) => checks.length === 0)
  if (empty)
    throw new CourseError(
      `${folder}/steps.yaml: «${empty.title}» has no check. Name its ${checkScript === undefined ? '«tests»' : 'lines in «shows»'}.`,
    )
}
