import type { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import type { Job } from '../sandbox.ts'
import { buildModule } from './build-module.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import { toToolchain } from './kernel-room.ts'
import { toPlainRoom } from './plain-room.ts'

/** Builds a module as for a kernel that does not watch itself, and tells the sizes of its functions. Rejects with `AbortError` if the signal fires. */
export async function inspectFunctions(
  place: KernelEnvironment,
  { language, files }: InspectRequest,
  signal?: AbortSignal,
): Promise<InspectResult> {
  const built = await buildModule(toPlain(place), { language, files }, signal)
  if (built.kind === 'stopped') return { outcome: 'stopped', reason: built.reason }
  const toolchain = toToolchain(place.room, language)
  if (built.kind === 'rejected') return { outcome: 'rejected', diagnostics: built.diagnostics, toolchain }
  const named = await place.compilers.run(toNamesJob(built.module), signal)
  if (named.kind === 'stopped') return { outcome: 'stopped', reason: named.reason }
  const output = Buffer.from(named.stdout).toString()
  const read = await place.parsers.parse('functionSizes', { output }, signal)
  if (read.kind === 'stopped') return { outcome: 'stopped', reason: read.reason }
  return { outcome: 'accepted', ...read.value, toolchain }
}

/** The same compilers for the kernel that does not watch itself: headers that were compiled for the other do not fit. */
export function toPlain(place: KernelEnvironment): KernelEnvironment {
  return { ...place, room: toPlainRoom(place.room), headers: { get: async () => undefined } }
}

function toNamesJob(module: Uint8Array): Job {
  return { command: ['busybox', 'sh', '-c', script], files: { 'driver.ko': module } }
}

/** Bytes; a generic function can have long names. */
const mostAnswered = 2_000_000

const script = `llvm-nm --demangle --format=sysv --defined-only driver.ko | busybox head -c ${mostAnswered}`
