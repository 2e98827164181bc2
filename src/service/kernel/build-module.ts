import type { Language, SourceFiles, StopReason } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { parseClang } from '../clang-diagnostics/parse-clang.ts'
import { isCrash } from '../crash.ts'
import { parseRustcJson } from '../rustc-json/parse-rustc-json.ts'
import type { JobResult, Job } from '../sandbox.ts'
import { toCBuild } from './c-module-job.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { inspectModule } from './inspect-module.ts'
import { linkRefused, toLinkerErrors } from './link-script.ts'
import { toRustBuild } from './rust-module-job.ts'

/** `driver.ko` with debug information and its compiler's warnings, or why there is none. */
export type BuiltModule =
  | { kind: 'built'; module: Uint8Array; diagnostics: Diagnostic[]; milliseconds: number }
  | { kind: 'rejected'; diagnostics: Diagnostic[]; milliseconds: number }
  | { kind: 'stopped'; reason: StopReason }

/** One side of a lesson, to be made into a module. */
export interface ModuleSource {
  language: Language
  files: SourceFiles
}

/** Builds a module as Kbuild would, without make. Rejects with `AbortError` if the signal fires. */
export async function buildModule(
  place: KernelEnvironment,
  source: ModuleSource,
  signal?: AbortSignal,
): Promise<BuiltModule> {
  const started = performance.now()
  const ended = await place.compilers.run(await toJob(place, source, signal), signal)
  if (ended.kind === 'stopped') return ended
  if (ended.code !== linkRefused && isCrash(ended)) return { kind: 'stopped', reason: 'crash' }
  const diagnostics = [
    ...toDiagnostics(ended, source),
    ...(await toRefusals(place, { ended, source, signal })),
  ]
  const milliseconds = Math.round(performance.now() - started)
  const isRefused = ended.code !== 0 || diagnostics.some(({ severity }) => severity === 'error')
  return isRefused
    ? { kind: 'rejected', diagnostics, milliseconds }
    : { kind: 'built', module: ended.stdout, diagnostics, milliseconds }
}

type Exited = Extract<JobResult, { kind: 'exited' }>

async function toJob(
  place: KernelEnvironment,
  { language, files }: ModuleSource,
  signal?: AbortSignal,
): Promise<Job> {
  return language === 'rust' ? toRustBuild(place.room, files) : toCBuild(place, files, signal)
}

function toDiagnostics({ stderr }: Exited, { language, files }: ModuleSource): Diagnostic[] {
  return (language === 'rust' ? parseRustcJson : parseClang)(stderr, files)
}

interface Product {
  ended: Exited
  source: ModuleSource
  signal: AbortSignal | undefined
}

/** What comes after the compiler: the linker, and what modpost would refuse. */
async function toRefusals(
  place: KernelEnvironment,
  { ended, source, signal }: Product,
): Promise<Diagnostic[]> {
  if (ended.code === linkRefused) return toLinkerErrors(ended.stderr)
  if (ended.code !== 0) return []
  return inspectModule(place, { module: ended.stdout, files: source.files }, signal)
}
