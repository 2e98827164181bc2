import type { TestResult } from '#playground/backends/runners/run-tests.ts'
import { describeOutcome } from './error-codes.ts'
import { type Program, toRequest } from './program.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** `because` follows the program's name, as in `is refused with E0425 together with check/tests.rs`. */
export type Tested =
  { kind: 'ran'; passed: string[]; failed: TestResult[] } | { kind: 'did not run'; because: string }

/** Builds a program with the lesson's tests and runs each of them. */
export async function runLessonTests(runner: LessonRunner, { files, exercise }: Program): Promise<Tested> {
  const { tests } = exercise
  if (tests === undefined) return { kind: 'did not run', because: 'has no check/tests.rs beside it' }
  const program = { files: { ...files, 'tests.rs': tests }, exercise }
  const built = await runner.compile(toRequest(program, 'build'))
  if (built.outcome !== 'accepted' || !built.artifact) {
    return { kind: 'did not run', because: `${describeOutcome(built)} together with check/tests.rs` }
  }
  const results = await runner.runTests(built.artifact)
  if (results.length === 0) return { kind: 'did not run', because: 'finds no #[test] in check/tests.rs' }
  return {
    kind: 'ran',
    passed: results.filter(({ passed }) => passed).map(({ name }) => name),
    failed: results.filter(({ passed }) => !passed),
  }
}
