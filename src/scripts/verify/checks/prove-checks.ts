import type { SourceFiles } from '#protocol/compile.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import { type Proof, toProof } from '../proof.ts'
import type { LessonChecks, Said } from './lesson-checks.ts'

/** Proves that page and command say the same of each program of a lesson, and that only the solution solves it. */
export async function proveChecks(
  check: LessonChecks,
  { folder, exercise }: ExerciseLesson,
): Promise<Proof[]> {
  const programs: [string, SourceFiles][] = [
    ['start', exercise.start],
    ['solution', exercise.solution],
    ...Object.entries(exercise.wrong).map(
      ([name, files]) => [`wrong/${name}`, files] as [string, SourceFiles],
    ),
  ]
  return Promise.all(
    programs.map(async ([name, files]) => {
      const said = await check(exercise, files)
      const mistake = findMistake(said, { isSolution: name === 'solution' })
      return toProof(
        `Check says the same of ${name} on the page and in a terminal`,
        mistake && `${folder}/${name}: ${mistake}`,
      )
    }),
  )
}

function findMistake(
  { page, command }: { page: Said; command: Said },
  { isSolution }: { isSolution: boolean },
): string | undefined {
  if (JSON.stringify(page) !== JSON.stringify(command))
    return `the page says ${describe(page)}, «no-oops lesson check» says ${describe(command)}. They have to go by the same functions of src/playground/exercise.`
  if (page.solved === isSolution) return undefined
  return isSolution
    ? `Check does not take it for solved: ${describe(page)}.`
    : 'Check takes it for solved. Let a rule, a test or the boot tell it from the solution.'
}

function describe({ solved, verdicts }: Said): string {
  return `${solved ? 'solved' : 'not solved'} (${verdicts.join(', ')})`
}
