import type { CompileResult } from '#protocol/compile.ts'
import type { RecordedResult } from '#course/parts.ts'
import { isSamePrint } from '#course/tasks/is-same-print.ts'
import type { AskedTask, Outcome } from '#course/tasks/task.ts'
import {
  type TaskProgram,
  toEditedProgram,
  toShownProgram,
  toSnippetLines,
  toTaskFiles,
} from '#course/tasks/task-program.ts'
import { changedLines } from '#markdown/changed-lines.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { describeOutcome, isRefusedWith } from '../error-codes.ts'
import { toProof } from '../proof.ts'
import { toModule } from '../wrap-fence.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'
import { describeRun, printedBy, type Tried, tryProgram } from './try-program.ts'
import type { ProvenTask } from './proven-task.ts'

/** Proves that a program that is shown does what its task says; `where` names the task. */
export async function proveAskedTask(
  runner: LessonRunner,
  where: string,
  task: AskedTask,
): Promise<ProvenTask> {
  if (task.ask === 'choose' || task.ask === 'judge') return { proofs: [] }
  if (task.ask === 'review') return proveReviewTask(runner, where, task)
  const program = toShownProgram(task.rust)
  const tried = await tryProgram(runner, toTaskFiles(program))
  const { result } = tried
  if (result.outcome === 'stopped')
    return { proofs: [toProof(where, `${where} stops the compiler (${result.reason}). Make it smaller.`)] }
  const mistake =
    task.ask === 'predict'
      ? findOutcomeMistake(task.outcome, tried, program)
      : findPrintMistake(task.prints, tried)
  return {
    proofs: [
      toProof(`${where} comes out so`, mistake && `${where}: ${mistake}`),
      ...(task.ask === 'prints' ? [proveChoices(where, task)] : []),
    ],
    result: toRecord(result, tried.action, program),
    toolchain: result.toolchain,
  }
}

/** A comment stands at one line, so that there is one to find. */
function proveComment(where: string, { before, rust, comment }: Extract<AskedTask, { ask: 'review' }>) {
  if (!comment) return []
  const found = changedLines(before, rust).filter(({ text }) => text.includes(comment.on))
  const mistake = `${where}: «${comment.on}» stands on ${found.length} of the lines that the patch changes. Take words of one line.`
  return [toProof(`${where} has the line to comment`, found.length !== 1 && mistake)]
}

/** Only whether it compiles: a patch may be a part of a program that does not run by itself. */
async function proveReviewTask(
  runner: LessonRunner,
  where: string,
  task: Extract<AskedTask, { ask: 'review' }>,
): Promise<ProvenTask> {
  const isModule = task.target === 'kernel'
  const program = isModule ? { text: toModule(task.rust), before: 0 } : toEditedProgram(task.rust)
  const files = isModule ? { 'driver.rs': program.text } : toTaskFiles(program)
  const result = await runner.compile({
    target: task.target,
    language: 'rust',
    action: 'check',
    files,
    ...(isModule && { variant: defaultVariant }),
  })
  if (result.outcome === 'stopped')
    return { proofs: [toProof(where, `${where} stops the compiler (${result.reason}). Make it smaller.`)] }
  const { outcome } = task
  const commented = proveComment(where, task)
  const isSo =
    typeof outcome === 'object' ? isRefusedWith(result, outcome.refused) : result.outcome === 'accepted'
  const promise = typeof outcome === 'object' ? `is refused with ${outcome.refused}` : 'compiles'
  return {
    proofs: [
      ...commented,
      toProof(
        `${where}: the patched program ${promise}`,
        !isSo &&
          `${where}: the patched program ${describeOutcome(result)}, where the task says that it ${promise}. Fix it, or write «outcome».`,
      ),
    ],
    toolchain: result.toolchain,
  }
}

function findOutcomeMistake(
  outcome: Outcome,
  { result, run }: Tried,
  program: TaskProgram,
): string | undefined {
  if (typeof outcome === 'object') return findRefusalMistake(outcome, result, program)
  if (!run)
    return `the program ${describeOutcome(result)}, not ${outcome}. Write «outcome: ${toYaml(result, program)}», or fix it.`
  const [panics, seen] = [
    run.ending.kind === 'faulted' && run.ending.fault.kind === 'panic',
    describeRun(run),
  ]
  const isSo = outcome === 'panics' ? panics : run.ending.kind === 'exited' && run.ending.code === 0
  return isSo ? undefined : `the program ${seen}, where the task says «${outcome}». Fix one of the two.`
}

function findRefusalMistake(
  { refused, line }: Extract<Outcome, object>,
  result: CompileResult,
  program: TaskProgram,
): string | undefined {
  if (isRefusedWith(result, refused) && lineOf(result, program) === line) return undefined
  return `the program ${describeOutcome(result)}${result.outcome === 'rejected' ? ` in line ${lineOf(result, program)}` : ''}, not with ${refused} in line ${line}. Write «outcome: ${toYaml(result, program)}», or fix it.`
}

/** What the author may copy. */
function toYaml(result: CompileResult, program: TaskProgram): string {
  if (result.outcome !== 'rejected') return 'accepted'
  const [first] = result.diagnostics.filter(({ severity }) => severity === 'error')
  return `{ refused: ${first?.code ?? 'no-code'}, line: ${lineOf(result, program)} }`
}

/** Line of the snippet that the first error is about; undefined if it is about none. */
function lineOf(result: CompileResult, program: TaskProgram): number | undefined {
  if (result.outcome === 'stopped') return undefined
  const [first] = toSnippetLines(result.diagnostics, program).filter(({ severity }) => severity === 'error')
  return first?.spans.find(({ primary }) => primary)?.start.line
}

function findPrintMistake(prints: string, { result, run }: Tried): string | undefined {
  if (!run) return `the program ${describeOutcome(result)}, where it should print something. Fix it.`
  const printed = printedBy(run)
  if (run.ending.kind === 'exited' && run.ending.code === 0 && isSamePrint(printed, prints)) return undefined
  return `the program ${describeRun(run)} and prints:\n${printed.trimEnd()}\nThe task says:\n${prints.trimEnd()}\nFix one of the two.`
}

function proveChoices(where: string, { prints, instead = [] }: Extract<AskedTask, { ask: 'prints' }>) {
  const same = instead.find(({ text }) => isSamePrint(text, prints))
  return toProof(
    `${where}: the other choices are wrong`,
    same && `${where}: «${same.text.trim()}» under «instead» is what it prints. Drop it.`,
  )
}

function toRecord(
  { outcome, diagnostics }: Exclude<CompileResult, { outcome: 'stopped' }>,
  action: RecordedResult['action'],
  program: TaskProgram,
): RecordedResult {
  const errors = diagnostics.filter(({ severity }) => severity === 'error' || outcome === 'accepted')
  return { outcome, action, diagnostics: toSnippetLines(errors, program) }
}
