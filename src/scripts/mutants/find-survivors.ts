import type { Exercise } from '#course/exercise.ts'
import { hasExercise, type Lesson } from '#course/lesson.ts'
import { ownTasks } from '#course/own-tasks.ts'
import { isEdit, type EditTask } from '#course/tasks/task.ts'
import type { TrialContext } from '../verify/trials/try-exercise.ts'
import { trySource } from '../verify/trials/try-tasks.ts'
import { type Mutant, mutate } from './mutate.ts'

/** A mistake that a lesson takes for solved, and where the solution stands. */
export interface Survivor {
  where: string
  mutant: Mutant
}

/** Gives each solution of a lesson small mistakes, and tells which of them its checks do not see, among how many. */
export async function findSurvivors(
  context: TrialContext,
  lesson: Lesson,
): Promise<{ tried: number; survivors: Survivor[] }> {
  const exercise = hasExercise(lesson) ? mutantsOfExercise(context, lesson.exercise) : []
  const tasks = ownTasks(lesson)
    .filter(isEdit)
    .flatMap((task) => mutantsOfTask(context, task))
  const tried = [...exercise, ...tasks]
  const survivors = await Promise.all(
    tried.map(async ({ where, mutant, isSolved }) => ((await isSolved()) ? [{ where, mutant }] : [])),
  )
  return { tried: tried.length, survivors: survivors.flat() }
}

interface Tried extends Survivor {
  isSolved(): Promise<boolean>
}

function mutantsOfExercise({ checks }: TrialContext, exercise: Exercise): Tried[] {
  const { solution, start, given = [] } = exercise
  return Object.entries(solution)
    .filter(([path]) => !given.includes(path))
    .flatMap(([path, text]) =>
      mutate(text, start[path] ?? '').map((mutant) => ({
        where: `solution/${path}`,
        mutant,
        isSolved: async () => (await checks(exercise, { ...solution, [path]: mutant.text })).page.solved,
      })),
    )
}

function mutantsOfTask({ runner }: TrialContext, task: EditTask): Tried[] {
  return mutate(task.solution, task.start).map((mutant) => ({
    where: `task «${task.name}»`,
    mutant,
    isSolved: async () => {
      const report = (await trySource(runner, task, mutant.text))?.report
      return report !== undefined && report.kind !== 'refused' && report.solved
    },
  }))
}
