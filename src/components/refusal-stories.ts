import type { Diagnostic } from '#protocol/diagnostic.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'
import type { Lesson } from '#course/lesson.ts'
import type { Teller } from '#story/story.ts'
import { reportsOf } from '#course/recorded-boot.ts'

/** What was recorded against the start of a lesson, and by whom; `nobody` where it takes the lesson's tests. */
export interface Told {
  by: 'rustc' | 'clippy' | 'the kernel' | 'nobody'
  /** The first is what the lesson is about. */
  diagnostics: Diagnostic[]
}

/** Finds who speaks against the start: the compiler, else clippy, else a kernel in which it was booted. */
export function toldOf({ recorded }: Lesson): Told {
  const diagnostics = recorded?.start.diagnostics ?? []
  if (diagnostics.some(({ severity }) => severity === 'error')) return { by: 'rustc', diagnostics }
  if (recorded?.start.action === 'lint') return { by: 'clippy', diagnostics }
  const [report] = reportsOf(recorded?.boots.start?.events ?? [])
  return report
    ? { by: 'the kernel', diagnostics: [reportToDiagnostic(report)] }
    : { by: 'nobody', diagnostics: [] }
}

/** Whose look a story has. */
export function tellerOf(by: Told['by']): Teller {
  return by === 'the kernel' ? 'kernel' : by === 'clippy' ? 'clippy' : 'rustc'
}
