import type { SourceFiles } from '#protocol/compile.ts'
import type { Job } from '../sandbox.ts'
import { toShell } from '../to-shell.ts'
import { counted, courseFile, toCFlags } from './c-flags.ts'
import { cRoot, toCUnits } from './c-units.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { compileAndLink, compileAndPrint } from './link-script.ts'
import { toPreamble } from './preamble.ts'

/** The command that checks a C module with the kernel's flags and headers. */
export async function toCCheck(
  place: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<Job> {
  const { units, files: all } = await withHeaders(place, files, signal)
  const commands = units.map(({ flags, path }) => ['clang', ...flags, '-fsyntax-only', path])
  const command = commands.length === 1 ? commands[0]! : inTurn(commands)
  return { command, files: all, mayBeCut: true }
}

/** The command that makes `driver.ko` of it, with debug information, on standard output. */
export async function toCBuild(
  place: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<Job> {
  const { units, files: all } = await withHeaders(place, files, signal)
  const compilers = units.map(({ flags, path }, index) => {
    const object = `/tmp/${index}.o`
    return { object, command: ['clang', ...flags, '-gline-tables-only', '-c', '-o', object, path] }
  })
  return { command: compileAndLink(place.room, compilers), files: all, mayBeCut: true }
}

/** The command that prints the assembly of the same code. */
export async function toCAssembly(
  place: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<Job> {
  const { units, files: all } = await withHeaders(place, files, signal)
  const compilers = units.map(({ flags, path }, index) => {
    const object = `/tmp/${index}.s`
    return { object, command: ['clang', ...flags, '-gline-tables-only', '-S', '-o', object, path] }
  })
  return { command: compileAndPrint(compilers), files: all }
}

/** Each is run, even if one before it failed. */
function inTurn(commands: string[][]): string[] {
  const lines = commands.map((command) => `${toShell(command)} || refused=$?`)
  return ['busybox', 'sh', '-c', ['refused=0', ...lines, 'exit $refused'].join('\n')]
}

/** A file that is compiled, and how. */
interface Unit {
  path: string
  flags: string[]
}

interface WithHeaders {
  units: Unit[]
  files: Job['files']
}

/** The first file's headers are compiled before; what the others include they include themselves. */
async function withHeaders(
  { room, headers }: KernelEnvironment,
  files: SourceFiles,
  signal?: AbortSignal,
): Promise<WithHeaders> {
  const [root, ...others] = toCUnits(files)
  const preamble = toPreamble(files[cRoot] ?? '')
  const precompiled = preamble === undefined ? undefined : await headers.get(preamble, signal)
  const plain = others.map((path) => ({ path, flags: toCFlags(room) }))
  if (!precompiled) return { units: [{ path: root, flags: toCFlags(room) }, ...plain], files }
  // Clang wants what the header was made of to be there as well.
  const course = {
    [courseFile.preamble]: preamble!,
    [courseFile.precompiled]: precompiled,
    [courseFile.counted]: counted,
  }
  const first = { path: root, flags: toCFlags(room, courseFile.precompiled) }
  return { units: [first, ...plain], files: { ...files, ...course } }
}
