import type { Language, SourceFiles, Variant } from '#protocol/compile.ts'
import { CourseError } from '#course/course-error.ts'
import type { Sizes } from '#course/kinds/measure/measured.ts'
import { describeDiagnostics } from './describe-diagnostics.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** One side of a lesson that measures. */
export interface MeasuredSide {
  /** Where its author finds it, below `lessons/`. */
  path: string
  language: Language
  variant: Variant
  files: SourceFiles
}

/** Tells the sizes of a program's functions. Throws a `CourseError` if it does not become a module. */
export async function measureProgram(runner: LessonRunner, { path, ...side }: MeasuredSide): Promise<Sizes> {
  const result = await runner.inspect(side)
  if (result.outcome === 'accepted') return { functions: result.functions, bytes: result.bytes }
  throw new CourseError(
    result.outcome === 'rejected'
      ? `${path} does not become a module that can be measured:\n${describeDiagnostics(result.diagnostics)}`
      : `${path} is stopped (${result.reason}) while it is measured. Make it smaller.`,
  )
}
