import type { Action, CompileRequest, SourceFiles } from '#protocol/compile.ts'
import type { Exercise } from '#course/exercise.ts'

/** One of a lesson's programs in Rust. */
export interface Program {
  /** Where its author finds it, below `lessons/`. */
  path: string
  files: SourceFiles
  exercise: Exercise
}

/** Makes the request that a compiler looks at a program. */
export function toRequest({ files, exercise }: Omit<Program, 'path'>, action: Action): CompileRequest {
  const { target, variant, companions } = exercise
  const fixtures = action === 'build' ? companions?.fixtures : undefined
  return {
    ...{ target, language: 'rust', action, files },
    ...(target === 'kernel' && { variant }),
    ...(fixtures && { fixtures }),
  }
}
