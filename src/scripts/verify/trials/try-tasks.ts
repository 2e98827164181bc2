import { isEdit, type EditTask, type Task } from '#course/tasks/task.ts'
import { toEditedProgram, toTaskFiles, withoutUnused } from '#course/tasks/task-program.ts'
import { type RanReport, reportRefusal, reportRun } from '#playground/exercise/check-task.ts'
import type { TaskTrial } from '#playground/exercise/trials/trials.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'
import { joinOutputs } from './try-exercise.ts'

/** Tries the start and the solution of each task that is edited. */
export async function tryTasks(runner: LessonRunner, tasks: Task[]): Promise<Record<string, TaskTrial[]>> {
  const tried = tasks.filter(isEdit).map(async (task) => [task.name, await tryTask(runner, task)] as const)
  return Object.fromEntries(await Promise.all(tried))
}

async function tryTask(runner: LessonRunner, task: EditTask): Promise<TaskTrial[]> {
  const trials = await Promise.all(
    [task.start, task.solution].map((source) => trySource(runner, task, source)),
  )
  return trials.flatMap((trial) => trial ?? [])
}

/** Tries a program as an answer to a task; undefined of what stops the compiler. */
export async function trySource(
  runner: LessonRunner,
  task: EditTask,
  source: string,
): Promise<TaskTrial | undefined> {
  const program = toEditedProgram(source)
  const request = { target: 'userspace', language: 'rust' } as const
  const [checked, built] = await Promise.all([
    runner.compile({ ...request, action: 'check', files: toTaskFiles(program) }),
    runner.compile({ ...request, action: 'build', files: toTaskFiles(program, task.holds) }),
  ])
  if (checked.outcome === 'stopped' || built.outcome === 'stopped') return undefined
  const { outcome, diagnostics } = checked
  return {
    source,
    result: { outcome, action: 'check', diagnostics: withoutUnused(diagnostics) },
    report:
      built.outcome === 'rejected' ? reportRefusal(built) : await runTask(runner, task, built.artifact ?? ''),
  }
}

async function runTask(runner: LessonRunner, task: EditTask, artifact: string): Promise<RanReport> {
  if (task.holds) return reportRun(task, { ...ended, tests: await runner.runTests(artifact) })
  const { outputs, ending } = await runner.run(artifact)
  return reportRun(task, { outputs: joinOutputs(outputs), ending })
}

/** Nobody looks at what the program of the tests did as a whole. */
const ended = { outputs: [], ending: { kind: 'exited' as const, code: 0 } }
