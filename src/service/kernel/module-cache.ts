import { createHash } from 'node:crypto'
import { createCache, type Cache } from '../cache.ts'
import { toSortedFiles } from '../sorted-files.ts'
import { buildModule, type ModuleSource } from './build-module.ts'
import type { BuiltModule } from './built-module.ts'
import type { KernelEnvironment } from './kernel-environment.ts'

/** Remembers what was built and what was refused. */
export function createModuleCache(): Cache<BuiltModule> {
  return createCache({ bytes: mostBytes, sizeOf, lifeOf: ({ kind }) => (kind === 'stopped' ? 0 : undefined) })
}

/** A module has about thirty thousand. */
const mostBytes = 32 * 1024 * 1024

function sizeOf(built: BuiltModule): number {
  if (built.kind === 'stopped') return 0
  const module = built.kind === 'built' ? built.module.length : 0
  return module + JSON.stringify(built.diagnostics).length
}

/** What is known of a module without building it. */
export function knownModule({ modules }: KernelEnvironment, source: ModuleSource): BuiltModule | undefined {
  return modules.peek(toKey(source))
}

/** Builds a module unless that was done, or is being done for somebody else. Rejects with `AbortError` if the signal fires. */
export async function buildModuleOnce(
  place: KernelEnvironment,
  source: ModuleSource,
  signal?: AbortSignal,
): Promise<BuiltModule> {
  const started = performance.now()
  const build = (ends: AbortSignal): Promise<BuiltModule> => buildModule(place, source, ends)
  const { value, from } = await place.modules.get(toKey(source), build, signal)
  if (from !== 'cache' || value.kind === 'stopped') return value
  return { ...value, milliseconds: Math.round(performance.now() - started) }
}

/** The order of the files means nothing. */
function toKey({ language, files, fixtures = {} }: ModuleSource): string {
  const names = Object.keys(fixtures).sort()
  const beside = names.map((name) => [name, toSortedFiles(fixtures[name]!)])
  return createHash('sha256')
    .update(JSON.stringify([language, toSortedFiles(files), beside]))
    .digest('base64')
}
