import type { CompileResult } from '#protocol/compile.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import type { RecordedBoot, RecordedResult } from '#course/parts.ts'
import { bootModule, type Booted, toRecordedBoot } from './boot-module.ts'
import { compileFarEnough } from './compile-far-enough.ts'
import { describeOutcome } from './error-codes.ts'
import { findLints } from './find-lints.ts'
import type { Program } from './program.ts'
import { type Proof, toProof } from './proof.ts'
import { type Checked, checkFiles, runLessonCheck } from './run-lesson-check.ts'
import { describeUnclean } from './describe-diagnostics.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What holds of a solution, and its results for `recorded.json`. */
export interface ProvenSolution {
  proofs: Proof[]
  result: RecordedResult
  /** Names of the tests that it passes. */
  tests: string[]
  /** Of target kernel: under `boot.sh`, and under `check/boot.sh`. */
  boots: { run?: RecordedBoot; solution?: RecordedBoot }
}

/** Proves that the solution is accepted without warnings, formatted, clean under clippy, and passes the check. */
export async function proveSolution(
  runner: LessonRunner,
  { folder, exercise }: ExerciseLesson,
): Promise<ProvenSolution> {
  const program = { path: `${folder}/solution/${exercise.root}`, files: exercise.solution, exercise }
  const { path } = program
  const [{ result, recorded }, diff, lints, checked, run] = await Promise.all([
    compileFarEnough(runner, program, exercise.expect),
    runner.format(exercise.solution[exercise.root]!),
    findLints(runner, program),
    runLessonCheck(runner, program),
    proveRun(runner, program),
  ])
  return {
    proofs: [
      toProof('solution is accepted', result.outcome !== 'accepted' && describeRefused(path, result)),
      toProof('solution gives no warning', describeUnclean(path, recorded.diagnostics)),
      toProof('solution is formatted', diff && describeUnformatted(path, diff)),
      toProof('solution is clean under clippy', describeUnclean(path, lints)),
      toProof('solution passes the check', describeChecked(program, checked)),
      ...run.proofs,
    ],
    result: recorded,
    tests: checked.kind === 'passed' ? checked.tests : [],
    boots: {
      ...(run.boot && { run: run.boot }),
      ...(checked.kind === 'passed' && checked.boot && { solution: checked.boot }),
    },
  }
}

function describeRefused(path: string, result: CompileResult): string {
  return `${path} ${describeOutcome(result)}. Fix it: it is what readers compare with.`
}

function describeUnformatted(path: string, diff: string): string {
  return `${path} is not as rustfmt has it. Change it as follows:\n${diff}`
}

function describeChecked({ path, exercise }: Program, checked: Checked): string | undefined {
  if (checked.kind === 'did not run') return `${path} ${checked.because}. Fix one of the two.`
  if (checked.kind === 'passed') return undefined
  const lines = checked.failures.map((failure) => `  ${failure}`)
  const what = exercise.target === 'kernel' ? checkFiles.kernel : `tests of ${checkFiles.userspace}`
  return `${path} fails ${what}. Fix one of the two:\n${lines.join('\n')}`
}

/** With the commands that the C has, the kernel has nothing to report. */
async function proveRun(
  runner: LessonRunner,
  { path, files, exercise }: Program,
): Promise<{ proofs: Proof[]; boot?: RecordedBoot }> {
  if (exercise.target === 'userspace') return { proofs: [] }
  const booted = await bootModule(runner, exercise, { language: 'rust', files, script: exercise.boot })
  const boot = toRecordedBoot(booted)
  const trouble = describeTrouble(booted)
  const mistake = `${path} under boot.sh ${trouble}. Fix it: the same commands are to show the C's bug and nothing here.`
  return { proofs: [toProof('solution runs clean', trouble && mistake)], ...(boot && { boot }) }
}

function describeTrouble(booted: Booted): string | undefined {
  if (booted.kind === 'rejected') return 'is not built'
  if (booted.kind === 'stopped') return `is stopped (${booted.reason})`
  const [report] = booted.reports
  if (report) return `makes the kernel report «${report.title}»`
  return booted.verdict === 'clean' ? undefined : `ends with «${booted.verdict}»`
}
