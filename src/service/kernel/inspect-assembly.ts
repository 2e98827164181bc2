import type { StopReason } from '#protocol/compile.ts'
import type { Assembly } from '#protocol/inspect.ts'
import { isCrash } from '../crash.ts'
import { withReadableNames } from '../kernel-log/readable-names.ts'
import type { ModuleSource } from './build-module.ts'
import { toCAssembly } from './c-module-job.ts'
import { toPlain } from './inspect-functions.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { toRustAssembly } from './rust-module-job.ts'

/** The functions of a module as assembly, by the names that `inspectFunctions` gives them. */
export type ModuleAssembly =
  { outcome: 'accepted'; functions: Assembly[] } | { outcome: 'stopped'; reason: StopReason }

/** Has the same code written as assembly; there are no functions where it does not compile. Rejects with `AbortError` if the signal fires. */
export async function inspectAssembly(
  place: KernelEnvironment,
  { language, files }: ModuleSource,
  signal?: AbortSignal,
): Promise<ModuleAssembly> {
  const plain = toPlain(place)
  const job =
    language === 'rust' ? toRustAssembly(plain.room, files) : await toCAssembly(plain, files, signal)
  const ended = await plain.compilers.run(job, signal)
  if (ended.kind === 'stopped') return { outcome: 'stopped', reason: ended.reason }
  if (isCrash(ended) || ended.code !== 0) return { outcome: 'accepted', functions: [] }
  const output = Buffer.from(ended.stdout).toString()
  const read = await plain.parsers.parse('assembly', { output, files }, signal)
  if (read.kind === 'stopped') return { outcome: 'stopped', reason: read.reason }
  const names = await withReadableNames(
    read.value.map(({ name }) => name),
    plain.compilers,
    signal,
  )
  const functions = read.value.map((it, index) => ({ ...it, name: names[index]!.slice(0, mostName) }))
  return { outcome: 'accepted', functions }
}

/** As many characters as the name of a function has in the list of sizes. */
const mostName = 500
