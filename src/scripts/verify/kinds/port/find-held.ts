import { parseBootScript } from '#course/boot-script.ts'
import { judgeBoot } from '#course/judge-boot.ts'
import { withKunit } from '#course/kunit-files.ts'
import { bootModule } from '../../boot-module.ts'
import type { Program } from '../../program.ts'
import type { LessonRunner } from '../../runner/lesson-runner.ts'
import { runLessonTests } from '../../run-lesson-tests.ts'

/** The tests that a program passes, or the lines that its console shows under `check/boot.sh`. */
export async function findHeld(runner: LessonRunner, program: Program): Promise<string[]> {
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
