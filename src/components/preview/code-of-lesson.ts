import { reportsOf } from '#protocol/boot-events.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { type ExerciseLesson, hasExercise, type Lesson } from '#course/lesson.ts'

/** Some lines of a lesson's own code. */
export interface PreviewCode {
  text: string
  language: 'rust' | 'c'
  /** Counted from 1. */
  first: number
  /** The line that a compiler or the kernel points at, and what it says there; counted from 1. */
  told?: { line: number; says: string }
}

/** As many lines as a picture has room for. */
export const previewRows = 8

/** Chooses what a picture of the lesson shows: the refusal, else the crash, else where its code begins; none where it has no code. */
export function codeOfLesson(lesson: Lesson): PreviewCode | undefined {
  if (hasExercise(lesson)) return refusalOf(lesson) ?? crashOf(lesson) ?? openingOf(lesson)
  const texts =
    'tasks' in lesson ? lesson.tasks.flatMap((task) => ('rust' in task ? (task.rust ?? []) : [])) : []
  const text = texts.reduce((most, text) => (linesIn(text) > linesIn(most) ? text : most), '')
  return text === '' ? undefined : { text, language: 'rust', first: 1 }
}

function refusalOf({ exercise, recorded }: ExerciseLesson): PreviewCode | undefined {
  const text = exercise.start[exercise.root]!
  const errors = recorded?.start.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  return toTold({ text, language: 'rust', file: exercise.root }, errors)
}

function crashOf({ exercise, recorded }: ExerciseLesson): PreviewCode | undefined {
  const reports = reportsOf(recorded?.boots.c?.events ?? [])
  const of = { text: exercise.driver, language: 'c', file: 'driver.c' } as const
  return toTold(of, reports.map(reportToDiagnostic))
}

function toTold(
  { file, ...of }: Pick<PreviewCode, 'text' | 'language'> & { file: string },
  diagnostics: Diagnostic[],
): PreviewCode | undefined {
  const [diagnostic] = diagnostics
  const span = diagnostic?.spans.find((span) => span.primary && span.file === file)
  if (!diagnostic || !span) return undefined
  const says = `${diagnostic.code ? `${diagnostic.code}: ` : ''}${span.label ?? diagnostic.message}`
  return { ...of, first: Math.max(1, span.start.line - 5), told: { line: span.start.line, says } }
}

function openingOf({ exercise }: ExerciseLesson): PreviewCode {
  const text = exercise.start[exercise.root]!
  const line = exercise.opening[exercise.root]?.line
  return { text, language: 'rust', first: line === undefined ? 1 : Math.max(1, line - 2) }
}

/** Of what is too long for a picture, none. */
function linesIn(text: string): number {
  const count = text.trimEnd().split('\n').length
  return count > previewRows ? 0 : count
}
