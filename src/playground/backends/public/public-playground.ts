import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { CompileAnswer } from '../compile/compile-client.ts'
import type { RequestFailure } from '../request-failure.ts'
import type { TestResult } from '../runners/run-tests.ts'
import type { Ending, Output } from '../runners/runner.ts'

/** A compiler of others that checks and runs userspace programs; they leave the browser for it. */
export interface PublicPlayground {
  /** Checks or lints. Rejects only if the signal fires. */
  compile(request: CompileRequest, signal: AbortSignal): Promise<CompileAnswer>
  /** Builds a program and runs it there, or its tests, as `build` and `test` say. Rejects only if the signal fires. */
  run(request: CompileRequest, signal: AbortSignal): Promise<PublicRun>
}

/** What came of a program that ran elsewhere. */
export type PublicRun = RanElsewhere | { kind: 'not built'; result: CompileResult } | RequestFailure

/** What a program wrote on another machine, how it ended, and on which. */
export interface RanElsewhere {
  kind: 'ran'
  host: string
  outputs: Output[]
  ending: Ending
  /** Of a program of tests. */
  tests?: TestResult[]
}

/** The parts that a public playground is made of: what asks it, and for what. */
export interface PublicSource {
  source: string
  tests: boolean
}

/** Puts a program into the one file that others take; undefined where it has more. Tests of a lesson become a module of it. */
export function toOneFile({ action, files }: CompileRequest): PublicSource | undefined {
  const { 'main.rs': main, 'tests.rs': tests, ...others } = files
  if (main === undefined || Object.keys(others).length > 0) return undefined
  const isTest = action === 'test' || (action === 'build' && tests !== undefined)
  const module = isTest && tests !== undefined ? `\n#[cfg(test)]\nmod tests {\n${tests}\n}\n` : ''
  return { source: main + module, tests: isTest }
}
