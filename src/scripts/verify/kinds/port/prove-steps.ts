import type { Steps } from '#course/kinds/port/port.ts'
import type { LessonOf } from '#course/lesson.ts'
import { type Proof, toProof } from '../../proof.ts'
import type { LessonRunner } from '../../runner/lesson-runner.ts'
import { findHeld } from './find-held.ts'

type Port = LessonOf<'port' | 'project'>

/** Proves that whoever did some of the steps is told that these are done, and no others. */
export async function proveSteps(runner: LessonRunner, lesson: Port): Promise<Proof[]> {
  const missing = toProof('each step but the last has its patch', findMissing(lesson))
  return [missing, ...(await proveReached(runner, lesson))]
}

function findMissing({ folder, steps, reached }: Port): string | undefined {
  const next = steps.slice(0, -1)[reached.length]
  return (
    next &&
    `${folder}/steps/${reached.length + 1}.patch is missing. Do the step «${next.title}» as its text says, and write diff -u of the whole program before and after it.`
  )
}

async function proveReached(
  runner: LessonRunner,
  { folder, exercise, steps, reached }: Port,
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
