import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { EvaluateResponse, ExecuteRequest, ExecuteResponse } from '#protocol/rust-playground.ts'
import { runProgram } from '../programs/run-program.ts'
import type { Requester } from '../queue.ts'
import type { GuestOptions } from '../rustc-job.ts'
import { describeStopped } from './describe-stopped.ts'
import { toGuestFiles } from './guest-files.ts'
import type { Guests } from './guests.ts'

/** Builds a guest's program and runs it in the sandbox. */
export async function execute(
  guests: Guests,
  request: ExecuteRequest,
  requester: Requester,
): Promise<ExecuteResponse> {
  const compiled = await guests.compile(toCompileRequest(request), requester)
  const said = toText(compiled)
  if (compiled.outcome !== 'accepted') return { success: false, ...exitOf(1), stdout: '', stderr: said }
  if (compiled.artifact === undefined) return { success: true, ...exitOf(0), stdout: '', stderr: said }
  const module = Buffer.from(compiled.artifact, 'base64')
  const run = await guests.queue.run(() => runProgram(guests.programs, module, requester.signal), requester)
  const stderr = said + (run.kind === 'stopped' ? describeStopped('program', run.reason) : run.stderr)
  const code = run.kind === 'stopped' ? killed : run.code
  return { success: code === 0, ...exitOf(code), stdout: run.stdout, stderr }
}

/** Says the same in the one text that mdBook shows. */
export function toEvaluated({ success, stdout, stderr }: ExecuteResponse): EvaluateResponse {
  return success ? { result: stdout, error: null } : { result: stderr + stdout, error: stderr + stdout }
}

/** As a shell has it of a program that was ended by SIGKILL. */
const killed = 137

function exitOf(code: number): Pick<ExecuteResponse, 'exitDetail'> {
  return { exitDetail: `Exited with status ${code}` }
}

function toCompileRequest(request: ExecuteRequest): CompileRequest & GuestOptions {
  const { mode, edition, crateType, tests, code } = request
  const isLibrary = crateType !== 'bin' && !tests
  return {
    ...{ target: 'userspace', language: 'rust', edition, rendered: true },
    action: tests ? 'test' : isLibrary ? 'check' : 'build',
    files: toGuestFiles(code),
    ...(mode === 'release' && { isOptimized: true }),
    ...(isLibrary && { isLibrary: true }),
  }
}

/** What the compiler printed, or why it did not come to an end. */
export function toText(result: CompileResult): string {
  if (result.outcome === 'stopped') return describeStopped('compiler', result.reason)
  return result.diagnostics.map(({ rendered, message }) => `${rendered ?? message}\n\n`).join('')
}
