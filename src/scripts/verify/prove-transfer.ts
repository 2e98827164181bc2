import type { LessonOf } from '#course/lesson.ts'
import type { RecordedResult } from '#course/parts.ts'
import type { Proof } from './proof.ts'
import { proveTasks } from './prove-tasks.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** Proves the tasks that follow an exercise; nothing is recorded where there are none. */
export async function proveTransfer(
  runner: LessonRunner,
  { folder, tasks }: LessonOf<'pair' | 'wrong'>,
): Promise<{ proofs: Proof[]; record: { tasks?: Record<string, RecordedResult> } }> {
  if (tasks.length === 0) return { proofs: [], record: {} }
  const { proofs, record } = await proveTasks(runner, `${folder}/transfer.yaml`, tasks)
  return { proofs, record: { tasks: record.tasks } }
}
