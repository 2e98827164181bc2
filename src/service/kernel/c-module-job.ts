import type { SourceFiles } from '#protocol/compile.ts'
import type { Job } from '../sandbox.ts'
import { counted, courseFile, toCFlags } from './c-flags.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { compileAndLink } from './link-script.ts'
import { toPreamble } from './preamble.ts'

/** The command that checks a C module with the kernel's flags and headers. */
export async function toCCheck(
  place: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<Job> {
  const { flags, files: all } = await withHeaders(place, files, signal)
  return { command: ['clang', ...flags, '-fsyntax-only', root], files: all }
}

/** The command that makes `driver.ko` of it, with debug information, on standard output. */
export async function toCBuild(
  place: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<Job> {
  const { flags, files: all } = await withHeaders(place, files, signal)
  const compile = ['clang', ...flags, '-gline-tables-only', '-c', '-o', '/tmp/driver.o', root]
  return { command: compileAndLink(place.room, compile), files: all }
}

const root = 'driver.c'

interface WithHeaders {
  flags: string[]
  files: Job['files']
}

async function withHeaders(
  { room, headers }: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<WithHeaders> {
  const preamble = toPreamble(files[root] ?? '')
  const precompiled = preamble === undefined ? undefined : await headers.get(preamble, signal)
  if (!precompiled) return { flags: toCFlags(room), files }
  // Clang wants what the header was made of to be there as well.
  const course = {
    [courseFile.preamble]: preamble!,
    [courseFile.precompiled]: precompiled,
    [courseFile.counted]: counted,
  }
  return { flags: toCFlags(room, courseFile.precompiled), files: { ...files, ...course } }
}
