import { parseBootScript } from '#course/boot-script.ts'
import { judgeBoot } from '#course/judge-boot.ts'
import { withKunit } from '#course/kunit-files.ts'
import { bootModule } from '../../boot-module.ts'
import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { toProof } from '../../proof.ts'
import { runLessonTests } from '../../run-lesson-tests.ts'
import type { Program } from '../../program.ts'
import type { LessonRunner } from '../../runner/lesson-runner.ts'
import type { Prover } from '../prover.ts'

/** Proves that the C works, that the start compiles and passes no step, and that solution and wrong answers do what is said of them. */
export const provePort: Prover<'port' | 'project'> = async (runner, lesson, text) => {
  const { folder, exercise, steps } = lesson
  const path = `${folder}/start/${exercise.root}`
  const [{ proofs, record, seen }, held] = await Promise.all([
    proveExercise(runner, lesson),
    findHeld(runner, { path, files: exercise.start, exercise }),
  ])
  const given = steps.find(({ checks }) => checks.every((check) => held.includes(check)))
  const mistake = `${path} passes the checks of the step «${given?.title}» already. Leave that step to the reader.`
  return {
    proofs: [
      ...proofs,
      toProof('every step is the reader’s', given && mistake),
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record,
  }
}

/** The tests that a program passes, or the lines that its console shows under `check/boot.sh`. */
async function findHeld(runner: LessonRunner, program: Program): Promise<string[]> {
  const { files, exercise } = program
  const { checkScript: script } = exercise
  if (script === undefined) {
    const tested = await runLessonTests(runner, program)
    return tested.kind === 'ran' ? tested.passed : []
  }
  const { kunit } = exercise
  const tested = withKunit(files, kunit)
  const booted = await bootModule(runner, exercise, { language: 'rust', files: tested, script })
  if (booted.kind !== 'finished') return []
  const { console, reports, verdict: ending } = booted
  const { expected, tests } = judgeBoot(parseBootScript(script), { console, reports, ending, files }, kunit)
  return [
    ...expected.flatMap(({ text, line }) => (line === undefined ? [] : text)),
    ...tests.flatMap(({ name, result }) => (result === 'ok' ? name : [])),
  ]
}
