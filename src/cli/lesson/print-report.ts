import type { Context } from '../context.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { toPrintable } from '../output/to-printable.ts'
import type { Source } from '../source/source.ts'
import { joinPath } from '../source/paths.ts'
import type { LessonReport } from './check-lesson.ts'
import type { LessonExercise } from './load-lesson.ts'
import { toVerdicts } from './to-verdicts.ts'
import type { Verdict } from './verdict.ts'

/** A program that was checked. */
export interface CheckedLesson {
  exercise: LessonExercise
  folder: string
  files: Source['files']
  report: LessonReport
}

/** Prints what a check came to: what holds, what does not and why. */
export function printReport(context: Context, checked: CheckedLesson) {
  const { exercise, report } = checked
  const verdicts = toVerdicts(report, exercise)
  if (context.format === 'json')
    return context.printJson({ kind: 'result', lesson: exercise.slug, solved: report.solved, verdicts })
  const source = toSource(checked)
  verdicts.forEach((verdict) => printVerdict(context, source, verdict))
  const held = verdicts.filter(({ holds }) => holds).length
  const { paint } = context.style
  context.print(
    report.solved
      ? paint('good', `Solved: all ${verdicts.length} checks hold.`)
      : `${paint('error', 'Not yet:')} ${held} of ${verdicts.length} checks hold.`,
  )
}

function printVerdict(context: Context, source: Source, { name, holds, why, diagnostics = [] }: Verdict) {
  const { paint } = context.style
  const reason = why ? `: ${toPrintable(why).replaceAll('\n', '\n    ')}` : ''
  context.print(`${holds ? paint('good', '✓') : paint('error', '✗')} ${name}${reason}`)
  if (diagnostics.length === 0) return
  context.print('')
  printDiagnostics(context, source, { diagnostics, by: 'rustc' })
}

function toSource({ exercise, folder, files }: CheckedLesson): Source {
  const names = Object.fromEntries(Object.keys(files).map((name) => [name, joinPath(folder, name)]))
  return { target: exercise.target, language: 'rust', root: exercise.root, files, names }
}
