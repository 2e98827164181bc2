import type { Steps } from '#course/kinds/port/port.ts'
import type { LessonOf } from '#course/lesson.ts'
import { type Proof, toProof } from '../../proof.ts'
import type { LessonRunner } from '../../runner/lesson-runner.ts'
import { findHeld } from './find-held.ts'

/** Proves that whoever did some of the steps is told that these are done, and no others. */
export async function proveSteps(
  runner: LessonRunner,
  { folder, exercise, steps, reached }: LessonOf<'port' | 'project'>,
): Promise<Proof[]> {
  return Promise.all(
    reached.map(async (files, index) => {
      const path = `${folder}/steps/${index + 1}.patch`
      const held = await findHeld(runner, { path, files, exercise })
      const mistake = findMistake(steps, held, index)
      return toProof(`steps/${index + 1}.patch does its step`, mistake && `${path} ${mistake}`)
    }),
  )
}

function findMistake(steps: Steps, held: string[], last: number): string | undefined {
  const missing = steps
    .slice(0, last + 1)
    .flatMap(({ title, checks }) => checks.map((check) => ({ title, check })))
    .find(({ check }) => !held.includes(check))
  if (missing)
    return `does not give «${missing.check}» of the step «${missing.title}». Do the step as its text says, or move the check to the step that gives it.`
  const early = steps.slice(last + 1).find(({ checks }) => checks.every((check) => held.includes(check)))
  return (
    early &&
    `gives all checks of the later step «${early.title}» too. Give that step a check that only its own code passes.`
  )
}
