import { bytesOf } from '#course/kinds/measure/bytes-of.ts'
import type { Measured, RecordedSizes } from '#course/kinds/measure/measured.ts'
import { weigh } from '#course/kinds/measure/weigh.ts'
import type { LessonOf } from '#course/lesson.ts'
import { measureProgram } from '../../measure-program.ts'
import { type Proof, toProof } from '../../proof.ts'
import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import type { LessonRunner } from '../../runner/lesson-runner.ts'
import type { Prover } from '../prover.ts'

/** Proves that all that is measured is there, that the start is over the budget, and that the solution keeps to it. */
export const proveMeasure: Prover<'measure'> = async (runner, lesson, text) => {
  const [{ proofs, record, seen }, sizes] = await Promise.all([
    proveExercise(runner, lesson),
    measureLesson(runner, lesson),
  ])
  return {
    proofs: [
      ...proofs,
      ...proveSizes(lesson, sizes),
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record: { ...record, sizes },
  }
}

async function measureLesson(
  runner: LessonRunner,
  { folder, exercise }: LessonOf<'measure'>,
): Promise<RecordedSizes> {
  const { driver, start, solution, variant } = exercise
  const rust = { language: 'rust', variant } as const
  const [c, ofStart, ofSolution] = await Promise.all([
    measureProgram(runner, {
      ...{ path: `${folder}/c/driver.c`, language: 'c', variant },
      files: { 'driver.c': driver },
    }),
    measureProgram(runner, { ...rust, path: `${folder}/start/driver.rs`, files: start }),
    measureProgram(runner, { ...rust, path: `${folder}/solution/driver.rs`, files: solution }),
  ])
  return { c, start: ofStart, solution: ofSolution }
}

function proveSizes({ folder, exercise: { measured } }: LessonOf<'measure'>, sizes: RecordedSizes): Proof[] {
  const [start, solution] = [weigh(measured, sizes.start), weigh(measured, sizes.solution)]
  const within = `${folder}/start keeps to every budget: ${describe(start)}. Lower one, or let the start be larger.`
  const over = `${folder}/solution is over a budget: ${describe(solution)}. Raise it, or make the solution smaller.`
  return [
    ...measured.flatMap((row) => proveThere(folder, row, sizes)),
    toProof('start is over the budget', start.every(({ holds }) => holds) && within),
    toProof('solution keeps to the budget', !solution.every(({ holds }) => holds) && over),
  ]
}

function describe(rows: ReturnType<typeof weigh>): string {
  return rows
    .flatMap(({ title, bytes, budget }) => (budget ? `«${title}» ${bytes ?? 'not found'} of ${budget}` : []))
    .join(', ')
}

/** Of what is not there nobody knows whether it is small. */
function proveThere(folder: string, { title, c, rust }: Measured, sizes: RecordedSizes): Proof[] {
  const sides = [
    ...(c === undefined ? [] : [{ path: 'c/driver.c', names: c, of: sizes.c, keep: 'noinline' }]),
    { path: 'start/driver.rs', names: rust, of: sizes.start, keep: '#[inline(never)]' },
    { path: 'solution/driver.rs', names: rust, of: sizes.solution, keep: '#[inline(never)]' },
  ]
  return sides.map(({ path, names, of, keep }) => {
    const mistake = `${folder}/measure.yaml, «${title}»: ${folder}/${path} has no function ${[names].flat().join(', ')}. Write ${keep} above it, or take one of ${of.functions.map(({ name }) => name).join(', ')}.`
    return toProof(`${path} has «${title}»`, bytesOf(names, of) === undefined && mistake)
  })
}
