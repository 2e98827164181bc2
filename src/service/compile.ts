import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { isCrash } from './crash.ts'
import { parseRustcJson } from './rustc-json/parse-rustc-json.ts'
import { toRustcJob } from './rustc-job.ts'
import type { JobResult, Sandbox } from './sandbox.ts'

/** A sandbox with a compiler in it, and the compiler's name, such as «rustc 1.85.1». */
export interface CompilerEnvironment {
  sandbox: Sandbox
  toolchain: string
}

/** Compiles userspace Rust in the sandbox. Rejects with `AbortError` if the signal fires. */
export async function compile(
  { sandbox, toolchain }: CompilerEnvironment,
  request: CompileRequest,
  signal?: AbortSignal,
): Promise<CompileResult> {
  const started = performance.now()
  const result = await sandbox.run(toRustcJob(request), signal)
  if (result.kind === 'stopped') return { outcome: 'stopped', reason: result.reason }
  if (isCrash(result)) return { outcome: 'stopped', reason: 'crash' }
  return {
    ...toOutcome(result, request),
    diagnostics: parseRustcJson(result.stderr, request.files),
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
  if (action !== 'build') return { outcome: 'accepted' }
  return { outcome: 'accepted', artifact: Buffer.from(stdout).toString('base64') }
}
