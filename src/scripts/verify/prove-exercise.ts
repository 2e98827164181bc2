import type { ExerciseLesson } from '#course/lesson.ts'
import { proveDriver, proveFixedDriver } from './prove-driver.ts'
import { type ProvenPrograms, provePrograms } from './prove-programs.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** Proves what a lesson says of its driver in C and of its programs in Rust. */
export async function proveExercise(runner: LessonRunner, lesson: ExerciseLesson): Promise<ProvenPrograms> {
  const [driver, fixed, programs] = await Promise.all([
    proveDriver(runner, lesson),
    proveFixedDriver(runner, lesson),
    provePrograms(runner, lesson),
  ])
  const boots = { ...(driver.boot && { c: driver.boot }), ...programs.record.boots }
  return {
    ...programs,
    proofs: [...driver.proofs, ...fixed, ...programs.proofs],
    record: { ...programs.record, boots },
  }
}
