import type { CompileResult } from '#protocol/compile.ts'
import { CourseError } from '#course/course-error.ts'
import { trials } from '#course/trials.ts'
import type { RecordedResult } from '#course/parts.ts'
import { codesOf, isOnly, isRefusedWith } from './error-codes.ts'
import { findLints } from './find-lints.ts'
import { type Program, toRequest } from './program.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What compilers say of a program, and the form of it for `recorded.json`. */
export interface Compiled {
  result: CompileResult
  recorded: RecordedResult
  /** True if this code is all that is said against the program. */
  gives: boolean
}

/** Checks a program, and goes on to what else can give `code`: code generation, as for `arithmetic_overflow`, or clippy. */
export async function compileFarEnough(
  runner: LessonRunner,
  program: Program,
  code: string,
): Promise<Compiled> {
  const checked = await runner.compile(toRequest(program, 'check'))
  const compiled = { ...record(program, 'check', checked), gives: isRefusedWith(checked, code) }
  if (checked.outcome !== 'accepted') return compiled
  if (code.startsWith('clippy::')) return { ...compiled, ...(await lint(runner, program, code)) }
  return mayComeLate(code) ? build(runner, program, { code, compiled }) : compiled
}

async function lint(runner: LessonRunner, program: Program, code: string): Promise<Omit<Compiled, 'result'>> {
  const diagnostics = await findLints(runner, program)
  return {
    recorded: { outcome: 'accepted', action: 'lint', diagnostics },
    gives: isOnly(codesOf(diagnostics), code),
  }
}

async function build(
  runner: LessonRunner,
  program: Program,
  { code, compiled }: { code: string; compiled: Compiled },
): Promise<Compiled> {
  const built = await runner.compile(toRequest(program, 'build'))
  return isRefusedWith(built, code) ? { ...record(program, 'build', built), gives: true } : compiled
}

/** A failed `build_assert!` has no code, and constants that depend on a type are computed late. */
function mayComeLate(code: string): boolean {
  return ['no-code', 'E0080'].includes(code) || isLint(code)
}

function isLint(code: string): boolean {
  return !trials.includes(code) && /^[a-z_]+$/.test(code)
}

function record(
  { path }: Program,
  action: RecordedResult['action'],
  result: CompileResult,
): Omit<Compiled, 'gives'> {
  if (result.outcome === 'stopped') {
    throw new CourseError(
      `${path} stops the compiler (${result.reason}). Make it smaller: readers would wait in vain.`,
    )
  }
  return { result, recorded: { outcome: result.outcome, action, diagnostics: result.diagnostics } }
}
