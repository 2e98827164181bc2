import type { Companions } from '#protocol/companions.ts'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { Job } from '../sandbox.ts'
import { findUnusedFiles } from '../source-files/unused-files.ts'
import { exportsOfFixtures } from './build-companions.ts'
import type { BuiltModule } from './built-module.ts'
import { toCBuild } from './c-module-job.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { inspectModule } from './inspect-module.ts'
import { readBuild } from './read-build.ts'
import { toRustBuild } from './rust-module-job.ts'

/** One side of a lesson, to be made into a module that may use what its fixtures export. */
export interface ModuleSource {
  language: Language
  files: SourceFiles
  fixtures?: Companions | undefined
  /** Whether rustc's own text is wanted, too. */
  rendered?: boolean | undefined
}

/** Builds a module as Kbuild would, without make. Rejects with `AbortError` if the signal fires. */
export async function buildModule(
  place: KernelEnvironment,
  source: ModuleSource,
  signal?: AbortSignal,
): Promise<BuiltModule> {
  const { language, files, rendered } = source
  const started = performance.now()
  const given = await exportsOfFixtures(place, source.fixtures, signal)
  if (given.kind !== 'built') return given
  const ended = await place.compilers.run(await toJob(place, source, signal), signal)
  const unused = findUnusedFiles({ target: 'kernel', language, files })
  const inspect = (module: Uint8Array) =>
    inspectModule(place, { module, files, exports: given.exports }, signal)
  return readBuild(place, { ended, language, files, rendered, started, unused, inspect }, signal)
}

async function toJob(
  place: KernelEnvironment,
  { language, files }: ModuleSource,
  signal?: AbortSignal,
): Promise<Job> {
  return language === 'rust' ? toRustBuild(place.room, files) : toCBuild(place, files, signal)
}
