import { findMissing, parseBootScript } from '#course/boot-script.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { bootModule, type Booted } from './boot-module.ts'
import type { Program } from './program.ts'
import { runLessonTests } from './run-lesson-tests.ts'
import { describeDiagnostics } from './describe-diagnostics.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/**
 * What came of the check that a lesson has beyond the compiler: its tests, or a boot. `because` follows the program's
 * name, as in `is refused with E0425 together with check/tests.rs`.
 */
export type Checked =
  | { kind: 'passed'; tests: string[]; boot?: RecordedBoot }
  | { kind: 'failed'; failures: string[] }
  | { kind: 'did not run'; because: string }

/** The file that the check of such a lesson stands in. */
export const checkFiles = { userspace: 'check/tests.rs', kernel: 'check/boot.sh' }

/** Runs the tests of a userspace lesson, or boots the module of a kernel lesson and reads the console. */
export async function runLessonCheck(runner: LessonRunner, program: Program): Promise<Checked> {
  if (program.exercise.target === 'kernel') return runCheckBoot(runner, program)
  const tested = await runLessonTests(runner, program)
  if (tested.kind === 'did not run') return tested
  if (tested.failed.length === 0) return { kind: 'passed', tests: tested.passed }
  return { kind: 'failed', failures: tested.failed.map(({ name, output }) => `${name}: ${output}`) }
}

async function runCheckBoot(runner: LessonRunner, { files, exercise }: Program): Promise<Checked> {
  const script = exercise.checkScript ?? ''
  const booted = await bootModule(runner, exercise, { language: 'rust', files, script })
  if (booted.kind === 'rejected') {
    return { kind: 'did not run', because: `is not built:\n${describeDiagnostics(booted.diagnostics)}\n` }
  }
  const failures = findFailures(booted, parseBootScript(script).expected)
  if (failures.length > 0 || booted.kind === 'stopped') return { kind: 'failed', failures }
  return { kind: 'passed', tests: [], boot: booted.recorded }
}

function findFailures(booted: Exclude<Booted, { kind: 'rejected' }>, expected: string[]): string[] {
  if (booted.kind === 'stopped') return [`the kernel was stopped (${booted.reason})`]
  return [
    ...findMissing(expected, booted.console).map((text) => `the console does not show «${text}»`),
    ...booted.reports.map(({ title }) => `the kernel reports «${title}»`),
    ...(booted.verdict === 'panicked' ? ['the kernel panicked'] : []),
  ]
}
