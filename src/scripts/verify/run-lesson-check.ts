import { parseBootScript } from '#course/boot-script.ts'
import { type BootJudgement, judgeBoot } from '#course/judge-boot.ts'
import { withKunit } from '#course/kunit-files.ts'
import type { RecordedBoot } from '#course/parts.ts'
import type { Verdict } from '#protocol/boot.ts'
import { bootModule } from './boot-module.ts'
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
  const { kunit } = exercise
  const booted = await bootModule(runner, exercise, {
    ...{ language: 'rust', script },
    files: withKunit(files, kunit),
  })
  if (booted.kind === 'rejected') {
    return { kind: 'did not run', because: `is not built:\n${describeDiagnostics(booted.diagnostics)}\n` }
  }
  if (booted.kind === 'stopped')
    return { kind: 'failed', failures: [`the kernel was stopped (${booted.reason})`] }
  const { console, reports, verdict: ending } = booted
  const judgement = judgeBoot(parseBootScript(script), { console, reports, ending, files }, kunit)
  const failures = toFailures(judgement, ending)
  if (failures.length > 0) return { kind: 'failed', failures }
  const tests = judgement.tests.map(({ name }) => name)
  return { kind: 'passed', tests, boot: booted.recorded }
}

function toFailures({ expected, asked, tests, unasked, isQuiet }: BootJudgement, ending: Verdict): string[] {
  const failed = tests.filter(({ result }) => result === 'failed')
  return [
    ...expected.flatMap(({ text, line, by }) => (line === undefined ? describeMissing(text, by) : [])),
    ...asked.flatMap(({ says, holds }) => (holds ? [] : `it does not hold that ${says}`)),
    ...failed.map(({ name, messages }) => `the test «${name}» fails: ${messages.join(' ')}`),
    ...unasked.map(({ title }) => `the kernel reports «${title}»`),
    ...(!isQuiet && unasked.length === 0 ? [`the boot ends with «${ending}»`] : []),
  ]
}

function describeMissing(text: string, by: string | undefined): string {
  return by === undefined ? `the console does not show «${text}»` : `«${by}» does not print «${text}»`
}
