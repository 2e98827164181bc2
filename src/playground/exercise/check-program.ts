import type { SourceFiles } from '#protocol/compile.ts'
import { type Built, buildProgram } from '../program/build-program.ts'
import { type CheckReport, isError, toCheckReport, type Trial } from './check-report.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { runTests } from '../backends/runners/run-tests.ts'
import type { Runner } from '../backends/runners/runner.ts'
import { runOnce } from '../program/run-once.ts'

interface Check {
  exercise: ProvenExercise
  files: SourceFiles
  compileClient: CompileClient
  runner: Runner
  signal: AbortSignal
}

/** Checks a userspace program: by the compiler, the rules and the lesson's tests. Rejects only if the signal fires. */
export async function checkProgram(check: Check): Promise<CheckReport> {
  const { exercise, files, compileClient, signal } = check
  const request = { target: 'userspace', language: 'rust', action: 'lint', files } as const
  const [linted, built] = await Promise.all([compileClient.compile(request, signal), buildTests(check)])
  if (linted.kind !== 'result') return { kind: 'no result', failure: linted }
  if (built?.kind === 'no result') return built
  if (linted.result.outcome === 'stopped') return { kind: 'stopped', result: linted.result }
  if (built?.kind === 'not built' && built.result.outcome === 'stopped') {
    return { kind: 'stopped', result: built.result }
  }
  return toCheckReport(linted.result.diagnostics, { rules: exercise.rules }, await toTrial(built, check))
}

async function buildTests({ exercise, files, compileClient, signal }: Check): Promise<Built | undefined> {
  if (exercise.tests === undefined) return undefined
  const source = { action: 'build', files: { ...files, 'tests.rs': exercise.tests } } as const
  return buildProgram(compileClient, source, signal)
}

async function toTrial(built: Built | undefined, { runner, signal }: Check): Promise<Trial> {
  if (built?.kind === 'not built' && built.result.outcome !== 'stopped') {
    return { kind: 'not built', diagnostics: built.result.diagnostics.filter(isError) }
  }
  if (built?.kind === 'ran') return { kind: 'ran', results: ('tests' in built && built.tests) || [] }
  if (built?.kind !== 'program') return { kind: 'none' }
  const { module } = built.program
  const results = await runTests((args) => runOnce(runner, { module, args, input: '' }, signal))
  signal.throwIfAborted()
  return { kind: 'ran', results }
}
