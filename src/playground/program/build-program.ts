import type { CompileRequest, CompileResult, Edition, SourceFiles } from '#protocol/compile.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import { loadPlayground } from '../backends/public/load-playground.ts'
import type { RanElsewhere } from '../backends/public/public-playground.ts'
import type { RequestFailure, StandIn } from '../backends/request-failure.ts'
import type { Ending, Output } from '../backends/runners/runner.ts'
import { findCodeSection } from '../backends/runners/code-section.ts'

/** What came of a build: a program to run, what the compiler said instead, or why there is no result. */
export type Built =
  | { kind: 'program'; program: BuiltProgram }
  | { kind: 'not built'; result: CompileResult }
  /** Where no service answers: it has run already, at the public playground that the reader has agreed to, or when the lesson was proven. */
  | RanElsewhere
  | RanBefore
  | { kind: 'no result'; failure: RequestFailure }

/** What a program wrote and how it ended when that was recorded. */
export interface RanBefore {
  kind: 'ran'
  outputs: Output[]
  ending: Ending
  recorded: StandIn
}

/** A program, and what is needed to find the lines of it later. */
export interface BuiltProgram {
  module: WebAssembly.Module
  source: BuildSource
  /** Where its code begins, in bytes; undefined where it has none. */
  codeAt: number | undefined
}

/** What is built, and how: `test` gives the program of all tests, as `build` does with a `tests.rs` among the files. */
export interface BuildSource {
  action: 'build' | 'test'
  files: SourceFiles
  edition?: Edition
}

/** Builds userspace Rust to a WebAssembly module. Rejects if the signal fires. */
export async function buildProgram(
  compileClient: CompileClient,
  source: BuildSource,
  signal: AbortSignal,
): Promise<Built> {
  const request: CompileRequest = { target: 'userspace', language: 'rust', ...source }
  const answer = await compileClient.compile(request, signal)
  if (answer.kind !== 'result') return runElsewhere(request, answer, signal)
  const { result } = answer
  if (result.outcome !== 'accepted' || !result.artifact) return { kind: 'not built', result }
  const bytes = toBytes(result.artifact)
  const module = await WebAssembly.compile(bytes)
  return { kind: 'program', program: { module, source, codeAt: findCodeSection(bytes) } }
}

async function runElsewhere(
  request: CompileRequest,
  failure: RequestFailure,
  signal: AbortSignal,
): Promise<Built> {
  const playground = await loadPlayground(request, failure, signal)
  if (!playground) return { kind: 'no result', failure }
  const run = await playground.run(request, signal)
  return run.kind === 'ran' || run.kind === 'not built' ? run : { kind: 'no result', failure: run }
}

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
