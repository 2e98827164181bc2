import type { RecordedResult } from '#course/parts.ts'
import { isEdit, type Task } from '#course/tasks/task.ts'
import type { ProvenParts } from './kinds/prover.ts'
import { proveAskedTask } from './tasks/prove-asked-task.ts'
import { proveEditTask } from './tasks/prove-edit-task.ts'
import type { ProvenTask } from './tasks/proven-task.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** Proves what each task claims of its programs; `path` is where its author finds them. */
export async function proveTasks(
  runner: LessonRunner,
  path: string,
  tasks: Task[],
): Promise<ProvenParts & { record: { tasks: Record<string, RecordedResult> } }> {
  const proven = await Promise.all(tasks.map((task) => proveTask(runner, path, task)))
  const results = proven.flatMap(({ result }, index) =>
    result ? [[tasks[index]!.name, result] as const] : [],
  )
  return {
    proofs: proven.flatMap(({ proofs }) => proofs),
    record: {
      toolchain: proven.find(({ toolchain }) => toolchain)?.toolchain ?? '',
      tasks: Object.fromEntries(results),
    },
  }
}

function proveTask(runner: LessonRunner, path: string, task: Task): Promise<ProvenTask> {
  const where = `${path}, task «${task.name}»`
  return isEdit(task) ? proveEditTask(runner, where, task) : proveAskedTask(runner, where, task)
}
