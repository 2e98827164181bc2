import type { CompileResult } from '#protocol/compile.ts'
import { isSamePrint } from '#course/tasks/is-same-print.ts'
import { toEditedProgram, toTaskFiles } from '#course/tasks/task-program.ts'
import { buildProgram, type Built } from '../program/build-program.ts'
import { runOnce } from '../program/run-once.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import type { RequestFailure, StandIn } from '../backends/request-failure.ts'
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
  /** `recorded` where it was not tried just now. */
  | (RanReport & { recorded?: StandIn })

/** What came of a program that was refused, or came to its end. */
export type RanReport =
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
  if (built.kind === 'ran') return reportRun(task, built)
  if (built.kind !== 'program') return toRefusal(built)
  const { module } = built.program
  const run = (args: string[]) => runOnce(runner, { module, args, input: '' }, signal)
  if (task.holds) return toHeld(task.holds, await runTests(run))
  const { ending, outputs } = await run(['main'])
  return toPrinted(task.prints ?? '', ending, outputs)
}

/** Tells what came of a program that ran: of its tests, where expressions have to hold. */
export function reportRun(
  { prints = '', holds }: Pick<EditedTask, 'prints' | 'holds'>,
  { outputs, ending, tests = [] }: Pick<RanElsewhere, 'outputs' | 'ending' | 'tests'>,
): RanReport {
  return holds ? toHeld(holds, tests) : toPrinted(prints, ending, outputs)
}

function toRefusal(built: Exclude<Built, { kind: 'program' | 'ran' }>): TaskReport {
  if (built.kind === 'no result') return built
  const { result } = built
  return result.outcome === 'stopped' ? { kind: 'stopped' } : reportRefusal(result)
}

type Answered = Exclude<CompileResult, { outcome: 'stopped' }>

/** Tells how many errors refuse a program. */
export function reportRefusal({ diagnostics }: Pick<Answered, 'diagnostics'>): RanReport {
  return { kind: 'refused', errors: diagnostics.filter(isError).length }
}

function toHeld(holds: string[], results: Awaited<ReturnType<typeof runTests>>): RanReport {
  const held = holds.map((expression, index) => {
    const result = results.find(({ name }) => name === `holds_${index + 1}`)
    return { expression, holds: result?.passed ?? false, output: result?.output ?? '' }
  })
  return { kind: 'held', solved: held.every((result) => result.holds), results: held }
}

function toPrinted(expected: string, ending: Ending, outputs: Output[]): RanReport {
  const printed = outputs.flatMap(({ stream, text }) => (stream === 'stdout' ? text : [])).join('')
  const isEnd = ending.kind === 'exited' && ending.code === 0
  const text = outputs.map(toShown).join('')
  return { kind: 'printed', solved: isEnd && isSamePrint(printed, expected), text, ending }
}

/** A panic begins with an empty line, which sets it off from what the program printed before. */
function toShown({ stream, text }: Output, index: number): string {
  return stream === 'stderr' && index === 0 ? text.replace(/^\n/, '') : text
}
