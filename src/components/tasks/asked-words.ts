import { msg } from '#i18n/t.ts'
import type { Task } from '#course/tasks/task.ts'

/** What each kind of task is called above it, in English. */
export const askedWords: Record<Task['ask'], string> = {
  predict: msg('Predict: what becomes of it?'),
  prints: msg('Predict: what does it print?'),
  choose: msg('Choose'),
  judge: msg('Judge: does it hold?'),
  review: msg('Review: what do you answer?'),
  repair: msg('Repair'),
  complete: msg('Complete'),
}
