import type { ExerciseLesson } from '#course/lesson.ts'
import type { Recorded } from '#course/parts.ts'
import { proveSolution } from './prove-solution.ts'
import { proveStart } from './prove-start.ts'
import { proveWrong } from './prove-wrong.ts'
import type { Proof } from './proof.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** The part of `recorded.json` that the compiler, the tests and the boots of Rust give. */
export type ProgramsRecord = Omit<Recorded, 'kernel' | 'sources'>

/** What holds of all programs in Rust of a lesson, and what is to be recorded of them. */
export interface ProvenPrograms {
  proofs: Proof[]
  record: ProgramsRecord
  /** What the start and the known wrong answers give: codes, `tests`, `boot` and rules. */
  seen: Set<string>
}

/** Proves what a lesson says of its start, its solution and its wrong answers. */
export async function provePrograms(runner: LessonRunner, lesson: ExerciseLesson): Promise<ProvenPrograms> {
  const names = Object.keys(lesson.exercise.wrong)
  const [start, solution, wrong] = await Promise.all([
    proveStart(runner, lesson),
    proveSolution(runner, lesson),
    Promise.all(names.map((name) => proveWrong(runner, lesson, name))),
  ])
  return {
    proofs: [start, solution, ...wrong].flatMap(({ proofs }) => proofs),
    record: {
      toolchain: start.toolchain,
      start: start.result,
      wrong: Object.fromEntries(wrong.map(({ result }, index) => [names[index]!, result])),
      solution: solution.result,
      tests: solution.tests,
      boots: { ...(start.boot && { start: start.boot }), ...solution.boots },
    },
    seen: new Set([lesson.meta.expect, ...wrong.map(({ gives }) => gives)]),
  }
}
