import type { Diagnostic } from '#protocol/diagnostic.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'
import type { LessonOf } from '#course/lesson.ts'
import type { DiagnosticSource } from '#story/diagnostic-source.ts'
import { reportsOf } from '#protocol/boot-events.ts'

/** What was recorded against the start of a lesson, and by whom; `nobody` where it takes the lesson's tests. */
export interface RecordedRefusal {
  source: 'rustc' | 'clippy' | 'the kernel' | 'nobody'
  /** The first is what the lesson is about. */
  diagnostics: Diagnostic[]
}

/** Finds who speaks against the start: the compiler, else clippy, else a kernel in which it was booted. */
export function recordedRefusalOf({ recorded }: LessonOf<'pair'>): RecordedRefusal {
  const diagnostics = recorded?.start.diagnostics ?? []
  if (diagnostics.some(({ severity }) => severity === 'error')) return { source: 'rustc', diagnostics }
  if (recorded?.start.action === 'lint') return { source: 'clippy', diagnostics }
  const [report] = reportsOf(recorded?.boots.start?.events ?? [])
  return report
    ? { source: 'the kernel', diagnostics: [reportToDiagnostic(report)] }
    : { source: 'nobody', diagnostics: [] }
}

/** Whose look a story has. */
export function toDiagnosticSource(source: RecordedRefusal['source']): DiagnosticSource {
  return source === 'the kernel' ? 'kernel' : source === 'clippy' ? 'clippy' : 'rustc'
}
