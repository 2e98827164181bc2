import { applyPatch } from 'diff'
import type { SourceFiles } from '#protocol/compile.ts'
import { CourseError } from '../../course-error.ts'
import { readMarkers } from '../../duties.ts'
import type { Exercise } from '../../exercise.ts'

/**
 * Reads what a reader has after the first step, after the second and so on: `steps/1.patch` changes the start,
 * `steps/2.patch` what came of that. A patch may have the markers that the start has: they are taken away from both.
 * After the last step it is the solution, which has no patch. Throws `CourseError`.
 */
export function readReached(
  files: Record<string, string>,
  folder: string,
  exercise: Exercise,
): SourceFiles[] {
  const { root, start } = exercise
  const reached: SourceFiles[] = []
  let text = start[root]!
  for (let step = 1; `${folder}/steps/${step}.patch` in files; step++) {
    text = applyStep(`${folder}/steps/${step}.patch`, files[`${folder}/steps/${step}.patch`]!, text)
    reached.push({ ...start, [root]: text })
  }
  return reached
}

function applyStep(path: string, patch: string, before: string): string {
  const after = applyPatch(before, readMarkers(patch).text)
  if (after !== false) return after
  throw new CourseError(
    `${path} does not fit what the steps before it give. Write it again, with diff -u of the whole program before and after the step.`,
  )
}
