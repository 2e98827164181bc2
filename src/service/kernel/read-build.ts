import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { isCrash } from '../crash.ts'
import { explainRefusal } from '../parsing/explain-refusal.ts'
import type { Parsed } from '../parsing/parser-pool.ts'
import type { JobResult } from '../sandbox.ts'
import type { BuiltModule } from './built-module.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { linkRefused } from './link-script.ts'

/** A job that compiles and links, how it ended, and the files that it was given. */
export interface Build {
  ended: JobResult
  language: Language
  files: SourceFiles
  /** Whether rustc's own text is wanted, too. */
  rendered?: boolean | undefined
  /** When it began, as `performance.now()` tells time. */
  started: number
  /** Told besides what the tools say. */
  unused?: Diagnostic[]
  /** Finds what is wrong with what was linked. */
  inspect?: (module: Uint8Array) => Promise<Parsed<Diagnostic[]>>
}

/** Reads what compiler and linker say, and finds out whether what they made can be used. */
export async function readBuild(
  place: KernelEnvironment,
  build: Build,
  signal?: AbortSignal,
): Promise<BuiltModule> {
  const { ended, started, unused = [] } = build
  if (ended.kind === 'stopped') return ended
  if (ended.code !== linkRefused && isCrash(ended)) return { kind: 'stopped', reason: 'crash' }
  const told = await readAnswers(place, { ...build, ended }, signal)
  if (told.kind === 'stopped') return told
  const diagnostics = [...explainRefusal(ended, told.value), ...unused]
  const milliseconds = Math.round(performance.now() - started)
  const isRefused = ended.code !== 0 || diagnostics.some(({ severity }) => severity === 'error')
  return isRefused
    ? { kind: 'rejected', diagnostics, milliseconds }
    : { kind: 'built', module: ended.stdout, diagnostics, milliseconds }
}

type Exited = Build & { ended: Extract<JobResult, { kind: 'exited' }> }

/** What the compiler said, and what comes after it: the linker, and what modpost would refuse. */
async function readAnswers(
  place: KernelEnvironment,
  build: Exited,
  signal: AbortSignal | undefined,
): Promise<Parsed<Diagnostic[]>> {
  const { ended, language, files, rendered } = build
  const parser = language === 'rust' ? 'rustc' : 'clang'
  const { stderr: output, isCut } = ended
  const told = await place.parsers.parse(parser, { output, isCut, files, rendered }, signal)
  if (told.kind === 'stopped') return told
  const refused = await readRefusals(place, build, signal)
  return refused.kind === 'stopped' ? refused : { ...refused, value: [...told.value, ...refused.value] }
}

async function readRefusals(
  place: KernelEnvironment,
  { ended, files, inspect }: Exited,
  signal: AbortSignal | undefined,
): Promise<Parsed<Diagnostic[]>> {
  if (ended.code === linkRefused)
    return place.parsers.parse('linker', { output: ended.stderr, files }, signal)
  return ended.code === 0 && inspect ? inspect(ended.stdout) : { kind: 'parsed', value: [] }
}
