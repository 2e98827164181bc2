import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { bootModule, type Booted, toRecordedBoot } from './boot-module.ts'
import { type Proof, toProof } from './proof.ts'
import { describeDiagnostics, describeUnclean } from './describe-diagnostics.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What holds of a driver, and its boot for `recorded.json`. */
export interface ProvenDriver {
  proofs: Proof[]
  /** Absent if there was none. */
  boot?: RecordedBoot
}

/** Proves that the C driver compiles without a warning, and that under `boot.sh` the kernel reports what the lesson promises. */
export async function proveDriver(
  runner: LessonRunner,
  { folder, exercise, meta }: ExerciseLesson,
): Promise<ProvenDriver> {
  const path = `${folder}/c/driver.c`
  const files = { ...exercise.headers, 'driver.c': exercise.driver }
  const side = { language: 'c', files, script: exercise.boot } as const
  const booted = await bootModule(runner, exercise, side)
  const boot = toRecordedBoot(booted)
  const [about, mistake] = [{ path, crash: meta.crash }, describeNotBooted(path, booted)]
  return {
    proofs: [
      toProof('driver is built and boots', mistake),
      ...(booted.kind === 'finished' ? proveFinished(about, booted) : []),
    ],
    ...(boot && { boot }),
  }
}

/** Proves that the driver whose bug is fixed compiles without a warning and runs clean under `boot.sh`; of lessons that have one. */
export async function proveFixedDriver(
  runner: LessonRunner,
  { folder, exercise }: ExerciseLesson,
): Promise<Proof[]> {
  const { fixedDriver, boot: script } = exercise
  if (fixedDriver === undefined) return []
  const path = `${folder}/c/driver.c with fixed.patch`
  const booted = await bootModule(runner, exercise, {
    language: 'c',
    files: { ...exercise.headers, 'driver.c': fixedDriver },
    script,
  })
  return [
    toProof('the fixed driver is built and boots', describeNotBooted(path, booted)),
    ...(booted.kind === 'finished' ? proveFinished({ path, crash: undefined }, booted) : []),
  ]
}

function describeNotBooted(path: string, booted: Booted): string | undefined {
  if (booted.kind === 'finished') return undefined
  if (booted.kind === 'rejected') {
    return `${path} does not become a module. C in a lesson compiles; fix these:\n${describeDiagnostics(booted.diagnostics)}`
  }
  return `${path} under boot.sh is stopped (${booted.reason}). Let the script come to its end.`
}

interface About {
  path: string
  crash: ExerciseLesson['meta']['crash']
}

function proveFinished({ path, crash }: About, booted: Extract<Booted, { kind: 'finished' }>): Proof[] {
  const [first] = booted.reports
  return [
    toProof('driver gives no warning', describeUnclean(path, booted.warnings)),
    crash
      ? toProof(`driver gives ${crash}`, describeOtherReport(path, crash, first))
      : toProof('driver runs clean', describeReport(path, booted)),
  ]
}

function describeOtherReport(
  path: string,
  crash: string,
  first: KernelReport | undefined,
): string | undefined {
  const promise = `but lesson.mdx promises «crash: ${crash}»`
  if (!first)
    return `${path} runs clean under boot.sh, ${promise}. Let the script show the bug, or drop the key.`
  if (first.kind !== crash) {
    return `${path} makes the kernel report «${first.title}» (${first.kind}), ${promise}. Fix one of the two.`
  }
  if (first.spans.some(({ file, primary }) => primary && file === 'driver.c')) return undefined
  return `${path}: the report «${first.title}» names no line of the driver. Let the driver's own code have a part in it.`
}

function describeReport(
  path: string,
  { reports, verdict }: Extract<Booted, { kind: 'finished' }>,
): string | undefined {
  const [first] = reports
  if (!first && verdict === 'clean') return undefined
  const seen = first ? `makes the kernel report «${first.title}» (${first.kind})` : `ends with «${verdict}»`
  return `${path} ${seen}, but lesson.mdx promises no crash. Add «crash» to its head, or fix the driver.`
}
