import type { CompileRequest, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Recorded, RecordedResult } from '#course/parts.ts'
import { isSameSource } from '../is-same-source.ts'
import type { ProvenExercise } from '../proven-exercise.ts'
import { unreachable } from '../request-failure.ts'
import type { CompileAnswer, CompileClient } from './compile-client.ts'

/** Creates a client that knows the checks of an exercise's unmodified programs, and says «unreachable» of all others. */
export function createRecordedCompileClient(exercise: ProvenExercise): CompileClient {
  return {
    async compile(request, signal) {
      signal.throwIfAborted()
      return answer(exercise, request)
    },
  }
}

function answer(exercise: ProvenExercise, request: CompileRequest): CompileAnswer {
  const { recorded } = exercise
  if (!recorded) return unreachable
  const found = find(exercise, recorded, request)
  if (!found || !tells(found, request)) return unreachable
  const toolchain = request.language === 'c' ? builtOf(recorded)!.toolchain : recorded.toolchain
  return { kind: 'result', result: toResult(found, toolchain), recorded: { toolchain, because: unreachable } }
}

/** Clippy was asked last where it was needed; and what is refused when it is checked is refused when it is built. */
function tells({ action, outcome }: RecordedResult, request: CompileRequest): boolean {
  if (request.action === 'check') return true
  return request.action === 'lint' ? action === 'lint' : outcome === 'rejected' && action !== 'lint'
}

function find(
  exercise: ProvenExercise,
  recorded: Recorded,
  { language, files }: CompileRequest,
): RecordedResult | undefined {
  if (language === 'rust') return findRecorded(exercise, recorded, files)
  return isSameSource(files, { ...exercise.headers, 'driver.c': exercise.driver })
    ? findC(recorded)
    : undefined
}

/** What rustc said of these files; undefined of all that is not a program of the exercise. */
export function findRecorded(
  exercise: ProvenExercise,
  recorded: Recorded,
  files: SourceFiles,
): RecordedResult | undefined {
  if (isSameSource(files, exercise.start)) return recorded.start
  if (isSameSource(files, exercise.solution)) return recorded.solution
  const name = Object.keys(exercise.wrong).find((name) => isSameSource(files, exercise.wrong[name]!))
  return name === undefined ? undefined : recorded.wrong[name]
}

/** What clang said when the driver was built to be booted. */
function findC({ boots }: Pick<Recorded, 'boots'>): RecordedResult | undefined {
  const built = builtOf({ boots })
  return built && { outcome: 'accepted', action: 'build', diagnostics: built.diagnostics }
}

function builtOf({ boots }: Pick<Recorded, 'boots'>) {
  return boots.c?.events.find((event) => event.kind === 'built')
}

function toResult({ outcome, diagnostics }: RecordedResult, toolchain: string): CompileResult {
  return { outcome, diagnostics, toolchain, cached: true, milliseconds: 0 }
}
