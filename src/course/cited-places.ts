import type { Lesson } from './lesson.ts'
import { ownTasks } from './own-tasks.ts'

/** Places in the kernel's tree that a lesson shows or names, such as `rust/kernel/poll.rs#L3-L5`: those of its head and of its own tasks. */
export function citedPlaces(lesson: Lesson): string[] {
  return [...new Set([...lesson.meta.sources, ...ownTasks(lesson).flatMap(({ see }) => see)])]
}
