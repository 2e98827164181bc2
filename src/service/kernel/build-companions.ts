import { createHash } from 'node:crypto'
import type { Companions, WithCompanions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { toSortedFiles } from '../sorted-files.ts'
import type { BuiltModule, NotBuilt } from './built-module.ts'
import { toFixtureBuild } from './fixture-job.ts'
import { inspectModule } from './inspect-module.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import type { KernelExports } from './kernel-exports.ts'
import { toProgramBuild } from './program-job.ts'
import { readBuild } from './read-build.ts'

/** The fixtures and programs of a driver, each built, in the order of their names; or why one of them is not. */
export type BuiltCompanions =
  { kind: 'built'; fixtures: Named[]; programs: Named[]; diagnostics: Diagnostic[] } | NotBuilt

/** What was made of a fixture or program, and its name. */
export interface Named {
  name: string
  content: Uint8Array
}

/**
 * Builds what comes with a driver, each once for all who have the same; stopped if all of it takes too long. Rejects with
 * `AbortError` if the signal fires.
 */
export async function buildCompanions(
  place: KernelEnvironment,
  companions: WithCompanions,
  signal?: AbortSignal,
): Promise<BuiltCompanions> {
  if (isNone(companions)) return { kind: 'built', fixtures: [], programs: [], diagnostics: [] }
  const tooLong = AbortSignal.timeout(mostMilliseconds)
  const ends = AbortSignal.any([tooLong, ...(signal ? [signal] : [])])
  return buildAll(place, companions, ends).catch((error: unknown) => {
    if (tooLong.aborted && !signal?.aborted) return { kind: 'stopped', reason: 'time' }
    throw error
  })
}

function isNone({ fixtures = {}, programs = {} }: WithCompanions): boolean {
  return Object.keys(fixtures).length + Object.keys(programs).length === 0
}

/** Less than a machine waits for its driver. */
const mostMilliseconds = 45_000

async function buildAll(
  place: KernelEnvironment,
  { fixtures = {}, programs = {} }: WithCompanions,
  signal: AbortSignal,
): Promise<BuiltCompanions> {
  const modules = await buildFixtures(place, fixtures, signal)
  if (modules.kind !== 'built') return modules
  const diagnostics = [...modules.diagnostics]
  const built: Named[] = []
  for (const [name, files] of inOrder(programs)) {
    const program = await buildOnce(place, { kind: 'program', name, files, exports: place.exports }, signal)
    if (program.kind !== 'built') return program
    built.push({ name, content: program.module })
    diagnostics.push(...program.diagnostics)
  }
  return { kind: 'built', fixtures: modules.fixtures, programs: built, diagnostics }
}

/** What a driver may use: what the kernel exports, and what its fixtures do. Builds these, unless that was done. */
export async function exportsOfFixtures(
  place: KernelEnvironment,
  fixtures: Companions | undefined = {},
  signal?: AbortSignal,
): Promise<{ kind: 'built'; exports: KernelExports } | NotBuilt> {
  if (Object.keys(fixtures).length === 0) return { kind: 'built', exports: place.exports }
  return buildFixtures(place, fixtures, signal)
}

interface BuiltFixtures {
  kind: 'built'
  fixtures: Named[]
  diagnostics: Diagnostic[]
  exports: KernelExports
}

/** Each may use what those before it export. */
async function buildFixtures(
  place: KernelEnvironment,
  fixtures: Companions,
  signal?: AbortSignal,
): Promise<BuiltFixtures | NotBuilt> {
  const all: BuiltFixtures = { kind: 'built', fixtures: [], diagnostics: [], exports: place.exports }
  for (const [name, files] of inOrder(fixtures)) {
    const built = await buildOnce(place, { kind: 'fixture', name, files, exports: all.exports }, signal)
    if (built.kind !== 'built') return built
    const exported = await place.parsers.parse('moduleExports', { output: built.module }, signal)
    if (exported.kind === 'stopped') return exported
    all.fixtures.push({ name, content: built.module })
    all.diagnostics.push(...built.diagnostics)
    all.exports = withExports(all.exports, exported.value)
  }
  return all
}

function inOrder(companions: Companions): [string, SourceFiles][] {
  return Object.entries(companions).sort(([a], [b]) => (a < b ? -1 : 1))
}

function withExports(exports: KernelExports, names: string[]): KernelExports {
  return new Map([...exports, ...names.map((name) => [name, { gplOnly: true }] as const)])
}

interface Companion {
  kind: 'fixture' | 'program'
  name: string
  files: SourceFiles
  /** What a fixture may use. */
  exports: KernelExports
}

async function buildOnce(
  place: KernelEnvironment,
  companion: Companion,
  signal?: AbortSignal,
): Promise<BuiltModule> {
  const make = (ends: AbortSignal): Promise<BuiltModule> => build(place, companion, ends)
  const { value } = await place.modules.get(toKey(place, companion), make, signal)
  return value
}

/** What the kernel exports is the same for all. */
function toKey(place: KernelEnvironment, { kind, name, files, exports }: Companion): string {
  const more = [...exports.keys()].slice(place.exports.size)
  return createHash('sha256')
    .update(JSON.stringify([kind, name, toSortedFiles(files), more]))
    .digest('base64')
}

async function build(
  place: KernelEnvironment,
  { kind, name, files, exports }: Companion,
  signal: AbortSignal,
): Promise<BuiltModule> {
  const started = performance.now()
  const placed = inFolder(`${kind}s`, files)
  const toJob = kind === 'fixture' ? toFixtureBuild : toProgramBuild
  const ended = await place.compilers.run(toJob(place.room, name, placed), signal)
  const inspect = (module: Uint8Array) => inspectModule(place, { module, files: placed, exports }, signal)
  const isModule = kind === 'fixture'
  return readBuild(
    place,
    { ended, language: 'c', files: placed, started, ...(isModule && { inspect }) },
    signal,
  )
}

/** So that what is said of one of them is told from what is said of the driver. */
function inFolder(folder: string, files: SourceFiles): SourceFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]))
}
