import type { SourceFiles } from '#protocol/compile.ts'
import type { Lesson } from '#course/lesson.ts'
import type { Recorded } from '#course/parts.ts'
import { proveSolution } from './prove-solution.ts'
import { proveStart } from './prove-start.ts'
import { proveWrong } from './prove-wrong.ts'
import type { Proof } from './proof.ts'
import type { Workshop } from './workshop.ts'

/** The part of `recorded.json` that the compiler and the tests give. */
export type ProgramsRecord = Omit<Recorded, 'kernel' | 'sources'>

export interface ProvenPrograms {
  proofs: Proof[]
  record: ProgramsRecord
  /** What the start and the known wrong answers give: codes, `tests` and rules. */
  seen: Set<string>
}

/** Proves what a lesson says of its start, its solution and its wrong answers. */
export async function provePrograms(workshop: Workshop, lesson: Lesson): Promise<ProvenPrograms> {
  const [start, solution, wrong] = await Promise.all([
    proveStart(workshop, lesson),
    proveSolution(workshop, lesson),
    Promise.all(
      Object.entries(lesson.exercise.wrong).map((answer) => proveOneWrong(workshop, lesson, answer)),
    ),
  ])
  return {
    proofs: [start, solution, ...wrong].flatMap(({ proofs }) => proofs),
    record: {
      toolchain: workshop.toolchain,
      start: start.result,
      wrong: Object.fromEntries(wrong.map(({ name, result }) => [name, result])),
      solution: solution.result,
      tests: solution.tests,
    },
    seen: new Set([lesson.meta.expect, ...wrong.map(({ gives }) => gives)]),
  }
}

async function proveOneWrong(workshop: Workshop, lesson: Lesson, [name, files]: [string, SourceFiles]) {
  return { name, ...(await proveWrong(workshop, lesson, { name, files })) }
}
