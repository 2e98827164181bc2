import type { Exercise } from '#course/exercise.ts'
import { hasExercise, type Lesson } from '#course/lesson.ts'
import type { Trials } from '#playground/exercise/trials/trials.ts'
import { findDifferences } from '../prove-recorded.ts'
import { type Proof, toProof } from '../proof.ts'
import { toStableTrials } from './stable-trials.ts'
import { type TrialContext, tryExercise } from './try-exercise.ts'
import { tryTasks } from './try-tasks.ts'

/** What holds of a lesson's recorded trials, and what `trials.json` should be; undefined if it is to stay. */
export interface ProvenTrials {
  proofs: Proof[]
  trials?: string
}

/** Proves that `trials.json` is what each button shows of each unmodified program; of lessons that have programs to edit. */
export async function proveTrials(
  context: TrialContext,
  lesson: Lesson,
  old: string | undefined,
): Promise<ProvenTrials> {
  const seen = await tryLesson(context, lesson)
  const claim = 'trials.json is what the buttons show'
  const path = `${lesson.folder}/trials.json`
  if (!seen)
    return { proofs: old === undefined ? [] : [toProof(claim, `${path} is about nothing. Drop it.`)] }
  const exercise = hasExercise(lesson) ? lesson.exercise : undefined
  const mistake = old === undefined ? 'is missing' : findDifference(JSON.parse(old) as Trials, seen, exercise)
  if (mistake === undefined) return { proofs: [toProof(claim, undefined)] }
  const next = `Look whether that is meant; then npm run verify -- --record ${lesson.folder}`
  return {
    proofs: [toProof(claim, `${path} ${mistake}. ${next}`)],
    trials: `${JSON.stringify(seen, undefined, 1)}\n`,
  }
}

function findDifference(old: Trials, seen: Trials, exercise: Exercise | undefined): string | undefined {
  const differences = findDifferences(toStableTrials(old, exercise), toStableTrials(seen, exercise))
  if (differences.length === 0) return undefined
  const shown = differences.slice(0, 12).map((difference) => `  ${difference}`)
  return `is not what was seen:\n${shown.join('\n')}\n `
}

async function tryLesson(context: TrialContext, lesson: Lesson): Promise<Trials | undefined> {
  const [programs, tasks] = await Promise.all([
    hasExercise(lesson) ? tryExercise(context, lesson) : {},
    'tasks' in lesson ? tryTasks(context.runner, lesson.tasks) : {},
  ])
  if (Object.keys(programs).length + Object.keys(tasks).length === 0) return undefined
  return { toolchain: await nameCompiler(context, lesson), programs, tasks }
}

/** The compiler says its name with each answer. */
async function nameCompiler({ runner }: TrialContext, lesson: Lesson): Promise<string> {
  const program = { target: 'userspace', language: 'rust', action: 'check' } as const
  const answer = await runner.compile({ ...program, files: { 'main.rs': 'fn main() {}\n' } })
  if (answer.outcome !== 'stopped') return answer.toolchain
  throw new Error(`${lesson.folder}: the compiler is stopped (${answer.reason}) at an empty program`)
}
