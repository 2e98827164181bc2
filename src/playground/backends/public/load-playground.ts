import { attempt } from '../attempt.ts'
import { readWhereCodeGoes } from '../../storage/where-code-goes.ts'
import type { CompileRequest } from '#protocol/compile.ts'
import type { PublicId } from '#protocol/public-playgrounds.ts'
import type { RequestFailure } from '../request-failure.ts'
import type { PublicPlayground } from './public-playground.ts'

/** Loads the playground that the reader has agreed to, for a request that it can answer where nobody else does; else undefined. */
export async function loadPlayground(
  request: CompileRequest,
  because: RequestFailure,
  signal: AbortSignal,
): Promise<PublicPlayground | undefined> {
  const { playground } = readWhereCodeGoes()
  if (playground === undefined || !isForPublic(request, because)) return undefined
  open[playground] ??= await attempt(signal, opens[playground])
  return open[playground]
}

/** Whether a program can be sent to a public playground in place of a service that does not answer. */
export function isForPublic({ target }: Pick<CompileRequest, 'target'>, because: RequestFailure): boolean {
  return target === 'userspace' && (because.kind === 'unreachable' || because.kind === 'unavailable')
}

const open: Partial<Record<PublicId, PublicPlayground | undefined>> = {}

const opens: Record<PublicId, () => Promise<PublicPlayground>> = {
  'rust-playground': async () => (await import('./rust-playground.ts')).createRustPlayground(),
  'compiler-explorer': async () => (await import('./compiler-explorer.ts')).createCompilerExplorer(),
}
