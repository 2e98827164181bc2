import type { Lesson } from './lesson.ts'
import type { Task } from './tasks/task.ts'

/** The tasks that stand in the lesson's own files; a recall also shows those of other lessons. */
export function ownTasks(lesson: Lesson): Task[] {
  const pooled = 'origins' in lesson ? lesson.origins : {}
  return 'tasks' in lesson ? lesson.tasks.filter(({ name }) => !(name in pooled)) : []
}
