import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { isCrash } from '../crash.ts'
import { explainRefusal } from '../parsing/explain-refusal.ts'
import type { Parsed } from '../parsing/parser-pool.ts'
import type { JobResult, Job } from '../sandbox.ts'
import { findUnusedFiles } from '../source-files/unused-files.ts'
import type { BuiltModule } from './built-module.ts'
import { toCBuild } from './c-module-job.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { inspectModule } from './inspect-module.ts'
import { linkRefused } from './link-script.ts'
import { toRustBuild } from './rust-module-job.ts'

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
  const told = await readAnswers(place, { ended, source, signal })
  if (told.kind === 'stopped') return told
  const unused = findUnusedFiles({ target: 'kernel', ...source })
  const diagnostics = [...explainRefusal(ended, told.value), ...unused]
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

interface Product {
  ended: Exited
  source: ModuleSource
  signal: AbortSignal | undefined
}

/** What the compiler said, and what comes after it: the linker, and what modpost would refuse. */
async function readAnswers(place: KernelEnvironment, product: Product): Promise<Parsed<Diagnostic[]>> {
  const { ended, source, signal } = product
  const { language, files } = source
  const told = await place.parsers.parse(
    language === 'rust' ? 'rustc' : 'clang',
    { output: ended.stderr, files },
    signal,
  )
  if (told.kind === 'stopped') return told
  const refused = await readRefusals(place, product)
  return refused.kind === 'stopped' ? refused : { ...refused, value: [...told.value, ...refused.value] }
}

async function readRefusals(
  place: KernelEnvironment,
  { ended, source, signal }: Product,
): Promise<Parsed<Diagnostic[]>> {
  const { files } = source
  if (ended.code === linkRefused)
    return place.parsers.parse('linker', { output: ended.stderr, files }, signal)
  if (ended.code !== 0) return { kind: 'parsed', value: [] }
  return inspectModule(place, { module: ended.stdout, files }, signal)
}
