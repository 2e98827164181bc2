import type { Lesson } from '#course/lesson.ts'
import type { RecordedResult } from '#course/parts.ts'
import { compileFarEnough } from './compile-far-enough.ts'
import { isRefusedWith, sayOutcome } from './error-codes.ts'
import { type Proof, toProof } from './proof.ts'
import { runLessonTests } from './run-lesson-tests.ts'
import type { Workshop } from './workshop.ts'

/** The start is refused with exactly what the lesson promises, or fails its tests if that is the promise. */
export async function proveStart(
  workshop: Workshop,
  { folder, meta: { expect }, exercise }: Lesson,
): Promise<{ proofs: Proof[]; result: RecordedResult }> {
  const path = `${folder}/start/${exercise.root}`
  const { result, recorded } = await compileFarEnough(workshop, path, { files: exercise.start, code: expect })
  if (expect !== 'tests') {
    const mistake = `${path} ${sayOutcome(result)}, but lesson.mdx promises ${expect}. Bring the mistake back, or change «expect».`
    return {
      proofs: [toProof(`start is refused with ${expect}`, !isRefusedWith(result, expect) && mistake)],
      result: recorded,
    }
  }
  const tested = await runLessonTests(workshop, exercise.start, exercise.tests)
  return {
    proofs: [
      toProof(
        'start compiles and fails a test',
        tested.kind !== 'ran'
          ? `${path} ${tested.because}, but lesson.mdx promises that it compiles and fails a test. Mend it, or change «expect».`
          : tested.failed.length === 0 &&
              `${path} passes every test, but lesson.mdx promises that one fails. Bring the mistake back, or change «expect».`,
      ),
    ],
    result: recorded,
  }
}
