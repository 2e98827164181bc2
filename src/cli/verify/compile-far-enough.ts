import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import { CourseError } from '#course/course-error.ts'
import type { RecordedResult } from '#course/parts.ts'
import { isRefusedWith } from './error-codes.ts'
import type { Workshop } from './workshop.ts'

export interface Compiled {
  result: CompileResult
  recorded: RecordedResult
}

/** Checks a program, and builds it if it is only then that rustc can give `code` (as for `arithmetic_overflow`). */
export async function compileFarEnough(
  workshop: Workshop,
  path: string,
  { files, code }: { files: SourceFiles; code: string },
): Promise<Compiled> {
  const checked = await workshop.compile('check', files)
  if (checked.outcome !== 'accepted' || !isLint(code)) return record(path, 'check', checked)
  const built = await workshop.compile('build', files)
  return isRefusedWith(built, code) ? record(path, 'build', built) : record(path, 'check', checked)
}

function isLint(code: string): boolean {
  return code !== 'tests' && /^[a-z_]+$/.test(code)
}

function record(path: string, action: RecordedResult['action'], result: CompileResult): Compiled {
  if (result.outcome === 'stopped') {
    throw new CourseError(
      `${path} stops the compiler (${result.reason}). Make it smaller: readers would wait in vain.`,
    )
  }
  return { result, recorded: { outcome: result.outcome, action, diagnostics: result.diagnostics } }
}
