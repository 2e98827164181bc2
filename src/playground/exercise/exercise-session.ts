import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { SourceFiles } from '#protocol/compile.ts'
import type { ProgramSession } from '../program/program-session.ts'
import type { CheckReport } from './check-report.ts'
import { saveTests } from './save-tests.ts'
import { isShown, isSolved, markHints, markShown, markSolved, readProgress } from '../storage/progress.ts'
import { onStoredElsewhere, progressChanged } from '../storage/storage.ts'
import { latestOnly } from '../program/latest-only.ts'
import { onWindow } from '../program/on-window.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'

/** How far the reader's last «Check» is, and the text that was checked; `ahead` boots come before that of the check. */
export type ChecksState =
  | { kind: 'not yet' }
  | { kind: 'checking'; ahead?: number }
  | { kind: 'checked'; report: CheckReport; text: string }

/** Finds the report of the last check; undefined where there was none, or it had no result. */
export function reportOf(checks: ChecksState): Extract<CheckReport, { kind: 'report' }> | undefined {
  return checks.kind === 'checked' && checks.report.kind === 'report' ? checks.report : undefined
}

/** The reader's work on an exercise: whether it is solved, and how many hints were taken. */
export interface ExerciseSession {
  exercise: ProvenExercise
  checks: ReadonlySignal<ChecksState>
  solved: ReadonlySignal<boolean>
  /** The solution was shown before it was solved. */
  shown: ReadonlySignal<boolean>
  hints: Signal<number>
  check(): Promise<void>
  /** Notes that the reader looks at the solution. */
  showSolution(): void
  end(): void
}

/** Finds out whether a program solves the exercise; tells how many come first for a kernel, undefined once none do. Rejects only if the signal fires. */
export type Checker = (
  files: SourceFiles,
  signal: AbortSignal,
  onPlace: (ahead: number | undefined) => void,
) => Promise<CheckReport>

/** Creates a session that checks the program when the reader asks for it; a check that is still on its way is dropped. */
export function createExerciseSession(
  exercise: ProvenExercise,
  program: ProgramSession,
  checker: Checker,
): ExerciseSession {
  const checks = signal<ChecksState>({ kind: 'not yet' })
  const solved = signal(isSolved(readProgress(), exercise.slug))
  const shown = signal(isShown(readProgress(), exercise.slug))
  const latest = latestOnly()

  async function check() {
    program.panel.value = 'checks'
    program.help.value = undefined
    checks.value = { kind: 'checking' }
    // Whoever has it checked is about to see what the compiler says.
    if (program.check.peek().kind === 'not asked') program.checkAgain()
    const text = program.text.peek()
    const onPlace = (ahead: number | undefined) =>
      (checks.value = { kind: 'checking', ...(ahead !== undefined && { ahead }) })
    const report = await latest.run((signal) => checker(program.files(), signal, onPlace))
    if (!report) return
    checks.value = { kind: 'checked', report, text }
    saveTests(exercise.slug, report)
    if (report.kind === 'report' && report.refused.length > 0) program.showFirst()
    if (report.kind === 'report' && report.solved) solve()
  }

  function solve() {
    solved.value = true
    markSolved(exercise.slug)
    window.dispatchEvent(new Event(progressChanged))
  }

  function showSolution() {
    if (solved.peek()) return
    shown.value = true
    markShown(exercise.slug)
    window.dispatchEvent(new Event(progressChanged))
  }

  function readAgain() {
    const progress = readProgress()
    solved.value = isSolved(progress, exercise.slug)
    shown.value = isShown(progress, exercise.slug)
  }

  const hints = signal(0)
  const saveHints = () => hints.value > 0 && !solved.peek() && markHints(exercise.slug, hints.value)
  const ends = [onProgress(readAgain), latest.abort, effect(() => void saveHints())]
  const end = () => ends.forEach((end) => end())
  return { exercise, checks, solved, shown, hints, check, showSolution, end }
}

/** Progress may come from another tab or from a file. */
function onProgress(callback: () => void): () => void {
  const ends = [onWindow(progressChanged, callback), onStoredElsewhere('progress', callback)]
  return () => ends.forEach((end) => end())
}
