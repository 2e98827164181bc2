import type { Task } from '#course/tasks/task.ts'

/** What each kind of task is called above it. */
export const askedWords: Record<Task['ask'], string> = {
  predict: 'Predict: what becomes of it?',
  prints: 'Predict: what does it print?',
  choose: 'Choose',
  judge: 'Judge: does it hold?',
  review: 'Review: what do you answer?',
  repair: 'Repair',
  complete: 'Complete',
}
