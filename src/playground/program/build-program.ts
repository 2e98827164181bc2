import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import type { RequestFailure } from '../backends/request-failure.ts'

/** What came of a build: a program to run, what the compiler said instead, or why there is no result. */
export type Built =
  | { kind: 'program'; module: WebAssembly.Module }
  | { kind: 'not built'; result: CompileResult }
  | { kind: 'no result'; failure: RequestFailure }

/** Builds userspace Rust to a WebAssembly module; with a `tests.rs` among the files, to its test program. Rejects if the signal fires. */
export async function buildProgram(
  compileClient: CompileClient,
  files: SourceFiles,
  signal: AbortSignal,
): Promise<Built> {
  const request = { target: 'userspace', language: 'rust', action: 'build', files } as const
  const answer = await compileClient.compile(request, signal)
  if (answer.kind !== 'result') return { kind: 'no result', failure: answer }
  const { result } = answer
  if (result.outcome !== 'accepted' || !result.artifact) return { kind: 'not built', result }
  return { kind: 'program', module: await WebAssembly.compile(toBytes(result.artifact)) }
}

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
