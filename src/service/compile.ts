import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { isCrash } from './crash.ts'
import { explainRefusal } from './parsing/explain-refusal.ts'
import type { ParserPool } from './parsing/parser-pool.ts'
import { type GuestOptions, toRustcJob } from './rustc-job.ts'
import type { JobResult, Sandbox } from './sandbox.ts'
import { findUnusedFiles } from './source-files/unused-files.ts'

/** A sandbox with a compiler in it, the compiler's name, such as «rustc 1.85.1», and what reads its answers. */
export interface CompilerEnvironment {
  sandbox: Sandbox
  parsers: ParserPool
  toolchain: string
}

/** Compiles userspace Rust in the sandbox. Rejects with `AbortError` if the signal fires. */
export async function compile(
  { sandbox, parsers, toolchain }: CompilerEnvironment,
  request: CompileRequest & GuestOptions,
  signal?: AbortSignal,
): Promise<CompileResult> {
  const started = performance.now()
  const result = await sandbox.run(toRustcJob(request), signal)
  if (result.kind === 'stopped') return { outcome: 'stopped', reason: result.reason }
  if (isCrash(result)) return { outcome: 'stopped', reason: 'crash' }
  const { files, rendered } = request
  const { stderr, isCut } = result
  const told = await parsers.parse('rustc', { output: stderr, isCut, files, rendered }, signal)
  if (told.kind === 'stopped') return { outcome: 'stopped', reason: told.reason }
  return {
    ...toOutcome(result, request),
    diagnostics: [...explainRefusal(result, told.value), ...findUnusedFiles(request)],
    toolchain,
    cached: false,
    milliseconds: Math.round(performance.now() - started),
  }
}

type Exited = Extract<JobResult, { kind: 'exited' }>

function toOutcome(
  { code, stdout }: Exited,
  { action }: CompileRequest,
): { outcome: 'accepted'; artifact?: string } | { outcome: 'rejected' } {
  if (code !== 0) return { outcome: 'rejected' }
  if (action !== 'build' && action !== 'test') return { outcome: 'accepted' }
  return { outcome: 'accepted', artifact: Buffer.from(stdout).toString('base64') }
}
