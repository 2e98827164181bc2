import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { buildModule } from './build-module.ts'
import { checkModule } from './check-module.ts'
import { toToolchain } from './kernel-room.ts'
import type { KernelEnvironment } from './kernel-environment.ts'

/** Checks, lints or builds a module of either language for one kernel. Rejects with `AbortError` if the signal fires. */
export async function compileModule(
  place: KernelEnvironment,
  request: CompileRequest,
  signal?: AbortSignal,
): Promise<CompileResult> {
  const started = performance.now()
  const end = await (request.action === 'build' ? buildModule : checkModule)(place, request, signal)
  if (end.kind === 'stopped') return { outcome: 'stopped', reason: end.reason }
  return {
    outcome: end.kind === 'rejected' ? 'rejected' : 'accepted',
    diagnostics: end.diagnostics,
    toolchain: toToolchain(place.room, request.language),
    cached: false,
    milliseconds: Math.round(performance.now() - started),
  }
}
