import { isSamePrint } from '#course/tasks/is-same-print.ts'
import { toEditedProgram, toTaskFiles } from '#course/tasks/task-program.ts'
import { buildProgram, type Built } from '../program/build-program.ts'
import { runOnce } from '../program/run-once.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import type { RequestFailure } from '../backends/request-failure.ts'
import type { RanElsewhere } from '../backends/public/public-playground.ts'
import { runTests } from '../backends/runners/run-tests.ts'
import type { Ending, Output, Runner } from '../backends/runners/runner.ts'
import { isError } from './check-report.ts'

/** A task that is answered by editing a program: solved by what it prints, or by expressions that are true. */
export interface EditedTask {
  slug: string
  name: string
  start: string
  prints?: string | undefined
  holds?: string[] | undefined
}

/** What came of trying an edited program. */
export type TaskReport =
  | { kind: 'no result'; failure: RequestFailure }
  | { kind: 'stopped' }
  | { kind: 'refused'; errors: number }
  | { kind: 'printed'; solved: boolean; text: string; ending: Ending }
  | { kind: 'held'; solved: boolean; results: { expression: string; holds: boolean; output: string }[] }

/** What builds and runs it. */
export interface TaskTools {
  compileClient: CompileClient
  runner: Runner
}

/** Builds and runs the reader's program. Rejects only if the signal fires. */
export async function checkTask(
  task: EditedTask,
  snippet: string,
  { compileClient, runner, signal }: TaskTools & { signal: AbortSignal },
): Promise<TaskReport> {
  const files = toTaskFiles(toEditedProgram(snippet), task.holds)
  const built = await buildProgram(compileClient, { action: 'build', files }, signal)
  if (built.kind === 'ran') return toRan(task, built)
  if (built.kind !== 'program') return toRefusal(built)
  const { module } = built.program
  const run = (args: string[]) => runOnce(runner, { module, args, input: '' }, signal)
  if (task.holds) return toHeld(task.holds, await runTests(run))
  const { ending, outputs } = await run(['main'])
  return toPrinted(task.prints ?? '', ending, outputs)
}

function toRan(
  { prints = '', holds }: EditedTask,
  { outputs, ending, tests = [] }: RanElsewhere,
): TaskReport {
  return holds ? toHeld(holds, tests) : toPrinted(prints, ending, outputs)
}

function toRefusal(built: Exclude<Built, { kind: 'program' | 'ran' }>): TaskReport {
  if (built.kind === 'no result') return built
  const { result } = built
  if (result.outcome === 'stopped') return { kind: 'stopped' }
  return { kind: 'refused', errors: result.diagnostics.filter(isError).length }
}

function toHeld(holds: string[], results: Awaited<ReturnType<typeof runTests>>): TaskReport {
  const held = holds.map((expression, index) => {
    const result = results.find(({ name }) => name === `holds_${index + 1}`)
    return { expression, holds: result?.passed ?? false, output: result?.output ?? '' }
  })
  return { kind: 'held', solved: held.every((result) => result.holds), results: held }
}

function toPrinted(expected: string, ending: Ending, outputs: Output[]): TaskReport {
  const printed = outputs.flatMap(({ stream, text }) => (stream === 'stdout' ? text : [])).join('')
  const isEnd = ending.kind === 'exited' && ending.code === 0
  const text = outputs.map(toShown).join('')
  return { kind: 'printed', solved: isEnd && isSamePrint(printed, expected), text, ending }
}

/** A panic begins with an empty line, which sets it off from what the program printed before. */
function toShown({ stream, text }: Output, index: number): string {
  return stream === 'stderr' && index === 0 ? text.replace(/^\n/, '') : text
}
