import type { Task } from './task.ts'

/** What refuses the programs of tasks, in their order, each once. */
export function codesOfTasks(tasks: Task[]): string[] {
  return [...new Set(tasks.flatMap((task) => refusalOf(task) ?? []))]
}

function refusalOf(task: Task): string | undefined {
  if (task.ask === 'repair') return task.refused
  if (task.ask === 'predict' && typeof task.outcome === 'object') return task.outcome.refused
  return undefined
}
