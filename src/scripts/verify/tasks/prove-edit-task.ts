import type { CompileResult } from '#protocol/compile.ts'
import type { EditTask } from '#course/tasks/task.ts'
import { isSamePrint } from '#course/tasks/is-same-print.ts'
import { toEditedProgram, toTaskFiles, withoutUnused } from '#course/tasks/task-program.ts'
import { describeDiagnostics } from '../describe-diagnostics.ts'
import { describeOutcome, isRefusedWith } from '../error-codes.ts'
import { toProof } from '../proof.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'
import { describeRun, printedBy, type Tried, tryProgram } from './try-program.ts'
import type { ProvenTask } from './proven-task.ts'

/** Proves that a start is refused or fails, and that the solution compiles and does what tells that it is one. */
export async function proveEditTask(
  runner: LessonRunner,
  where: string,
  task: EditTask,
): Promise<ProvenTask> {
  const [start, solution] = await Promise.all([
    tryProgram(runner, toTaskFiles(toEditedProgram(task.start))),
    tryProgram(runner, toTaskFiles(toEditedProgram(task.solution))),
  ])
  const [startFailure, solutionFailure] = await Promise.all([
    findFailure(runner, task, { snippet: task.start, tried: start }),
    findFailure(runner, task, { snippet: task.solution, tried: solution }),
  ])
  const { result } = start
  return {
    proofs: [
      toProof(
        `${where}: the start is to be ${task.ask}d`,
        prefix(where, findStartMistake(task, result, startFailure)),
      ),
      toProof(
        `${where}: the solution is one`,
        solutionFailure && `${where}: the solution ${solutionFailure}. Fix it, or what it is measured by.`,
      ),
      toProof(`${where}: the solution gives no warning`, describeWarnings(where, solution.result)),
    ],
    ...(task.ask === 'repair' &&
      result.outcome !== 'stopped' && {
        result: { outcome: result.outcome, action: start.action, diagnostics: result.diagnostics },
      }),
    ...(solution.result.outcome !== 'stopped' && { toolchain: solution.result.toolchain }),
  }
}

function findStartMistake(
  task: EditTask,
  result: CompileResult,
  failure: string | undefined,
): string | undefined {
  if (!failure) return `the start is a solution already. Bring the mistake or the hole back.`
  if (task.ask === 'complete') return undefined
  const { refused } = task
  if (refused ? isRefusedWith(result, refused) : result.outcome === 'accepted') return undefined
  const promise = refused ? `is refused with ${refused}` : 'compiles and does the wrong thing'
  return `the start ${describeOutcome(result)}, where the task says that it ${promise}. Fix the start, or write or drop «refused».`
}

function prefix(where: string, mistake: string | undefined): string | undefined {
  return mistake && `${where}: ${mistake}`
}

/** Why a program is no solution, in words that follow its name; undefined if it is one. */
async function findFailure(
  runner: LessonRunner,
  { prints, holds }: EditTask,
  { snippet, tried: { result, run } }: { snippet: string; tried: Tried },
): Promise<string | undefined> {
  if (!run) return `${describeOutcome(result)}${describeErrors(result)}`
  if (prints !== undefined) return findPrintFailure(prints, run)
  return findUntrue(runner, holds!, snippet)
}

function findPrintFailure(prints: string, run: NonNullable<Tried['run']>): string | undefined {
  const isEnd = run.ending.kind === 'exited' && run.ending.code === 0
  if (isEnd && isSamePrint(printedBy(run), prints)) return undefined
  return `${describeRun(run)} and prints «${printedBy(run).trim()}», not «${prints.trim()}»`
}

async function findUntrue(
  runner: LessonRunner,
  holds: string[],
  snippet: string,
): Promise<string | undefined> {
  const files = toTaskFiles(toEditedProgram(snippet), holds)
  const built = await runner.compile({ target: 'userspace', language: 'rust', action: 'build', files })
  if (built.outcome !== 'accepted' || !built.artifact)
    return `${describeOutcome(built)} together with what is to hold${describeErrors(built)}`
  const failed = (await runner.runTests(built.artifact)).filter(({ passed }) => !passed)
  const untrue = failed.map(
    ({ name, output }) => `  ${holds[Number(name.replace('holds_', '')) - 1]}: ${output}`,
  )
  return untrue.length > 0 ? `does not hold:\n${untrue.join('\n')}\n` : undefined
}

function describeErrors(result: CompileResult): string {
  if (result.outcome !== 'rejected') return ''
  return `:\n${describeDiagnostics(result.diagnostics.filter(({ severity }) => severity === 'error'))}\n`
}

function describeWarnings(where: string, result: CompileResult): string | undefined {
  if (result.outcome !== 'accepted') return undefined
  const warnings = withoutUnused(result.diagnostics)
  return warnings.length > 0
    ? `${where}: the solution gives warnings. Fix these:\n${describeDiagnostics(warnings)}`
    : undefined
}
