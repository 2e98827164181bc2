import type { ExerciseLesson } from '#course/lesson.ts'
import type { RecordedBoot, RecordedResult } from '#course/parts.ts'
import { bootModule, toRecordedBoot } from './boot-module.ts'
import { compileFarEnough } from './compile-far-enough.ts'
import { describeOutcome } from './error-codes.ts'
import type { Program } from './program.ts'
import { type Proof, toProof } from './proof.ts'
import { type Checked, checkFiles, runLessonCheck } from './run-lesson-check.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What holds of a start, and its results for `recorded.json`. */
export interface ProvenStart {
  proofs: Proof[]
  result: RecordedResult
  toolchain: string
  /** Where it is a boot that refuses it: what Run shows of it. */
  boot?: RecordedBoot
}

/** Proves that the start is refused with exactly what the lesson promises, or fails its tests or boot if that is the promise. */
export async function proveStart(
  runner: LessonRunner,
  { folder, exercise }: ExerciseLesson,
): Promise<ProvenStart> {
  const program = { path: `${folder}/start/${exercise.root}`, files: exercise.start, exercise }
  const { expect } = exercise
  const { result, recorded, gives } = await compileFarEnough(runner, program, expect)
  const compiled = { result: recorded, toolchain: 'toolchain' in result ? result.toolchain : '' }
  if (expect === 'budget') {
    return { ...compiled, proofs: [await proveWorks(runner, program)] }
  }
  if (expect === 'tests' || expect === 'boot') {
    return { ...compiled, ...(await proveFailure(runner, program)) }
  }
  const mistake = `${program.path} ${describeOutcome(result)}, but lesson.mdx promises ${expect}. Bring the mistake back, or change «expect».`
  return { ...compiled, proofs: [toProof(`start is refused with ${expect}`, !gives && mistake)] }
}

/** Whether it is too large is measured by the prover of its kind. */
async function proveWorks(runner: LessonRunner, program: Program): Promise<Proof> {
  const checked = await runLessonCheck(runner, program)
  const why = checked.kind === 'did not run' ? checked.because : `fails ${checkFiles.kernel}`
  const mistake = `${program.path} ${why}, but all that is wrong with it is its size. Fix it.`
  return toProof('start passes the check', checked.kind !== 'passed' && mistake)
}

async function proveFailure(
  runner: LessonRunner,
  program: Program,
): Promise<Pick<ProvenStart, 'proofs' | 'boot'>> {
  const { path, files, exercise } = program
  const checked = await runLessonCheck(runner, program)
  const failure = exercise.target === 'kernel' ? 'its boot' : 'a test'
  const proofs = [toProof(`start compiles and fails ${failure}`, findMistake(program, checked))]
  if (exercise.target === 'userspace') return { proofs }
  const { boot: script } = exercise
  const boot = toRecordedBoot(await bootModule(runner, exercise, { language: 'rust', files, script }))
  if (boot) return { proofs, boot }
  const mistake = `${path} is not built, or hangs, under boot.sh. Fix it: readers are to see what happens.`
  return { proofs: [...proofs, toProof('start boots', mistake)] }
}

function findMistake({ path, exercise: { target } }: Program, checked: Checked): string | undefined {
  const [kind, file] = target === 'kernel' ? ['its boot', checkFiles.kernel] : ['a test', 'every test']
  if (checked.kind === 'failed') return undefined
  return checked.kind === 'did not run'
    ? `${path} ${checked.because}, but lesson.mdx promises that it compiles and fails ${kind}. Fix it, or change «expect».`
    : `${path} passes ${file}, but lesson.mdx promises that it fails ${kind}. Bring the mistake back, or change «expect».`
}
