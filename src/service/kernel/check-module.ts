import type { CompileRequest, StopReason } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { isCrash } from '../crash.ts'
import { explainRefusal } from '../parsing/explain-refusal.ts'
import { findUnusedFiles } from '../source-files/unused-files.ts'
import type { Job } from '../sandbox.ts'
import { toCCheck } from './c-module-job.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { toRustCheck, toRustLint } from './rust-module-job.ts'

/** What a compiler thinks of a module. */
export type CheckedModule =
  { kind: 'accepted' | 'rejected'; diagnostics: Diagnostic[] } | { kind: 'stopped'; reason: StopReason }

/** Checks a module without generating code; clippy does it when it is to be linted. C is checked the same either way. */
export async function checkModule(
  place: KernelEnvironment,
  request: CompileRequest,
  signal?: AbortSignal,
): Promise<CheckedModule> {
  const ended = await place.compilers.run(await toJob(place, request, signal), signal)
  if (ended.kind === 'stopped') return ended
  if (isCrash(ended)) return { kind: 'stopped', reason: 'crash' }
  const { language, files, rendered } = request
  const told = await place.parsers.parse(
    language === 'rust' ? 'rustc' : 'clang',
    { output: ended.stderr, isCut: ended.isCut, files, rendered },
    signal,
  )
  if (told.kind === 'stopped') return told
  const unused = findUnusedFiles({ target: 'kernel', language, files })
  const diagnostics = [...explainRefusal(ended, told.value), ...unused]
  return { kind: ended.code === 0 ? 'accepted' : 'rejected', diagnostics }
}

async function toJob(
  place: KernelEnvironment,
  { language, action, files }: CompileRequest,
  signal?: AbortSignal,
): Promise<Job> {
  if (language === 'c') return toCCheck(place, files, signal)
  return action === 'lint' ? toRustLint(place.room, files) : toRustCheck(place.room, files)
}
