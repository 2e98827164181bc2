import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceFiles } from '#protocol/compile.ts'
import { readKernelRoom } from '#service/kernel/kernel-room.ts'
import { toRustCheck } from '#service/kernel/rust-module-job.ts'
import { findRustc, timeRustc } from './bare-rustc.ts'

/** A kernel room's rustc with the flags of a module's check, called as by hand: no sandbox, no limits, no service. */
export interface BareKernelRustc {
  /** Milliseconds until rustc is gone and all it said is read. */
  check(files: SourceFiles): Promise<number>
  end(): Promise<void>
}

/** Finds the rustc of a kernel's room; `end` removes its files. */
export async function openBareKernelRustc(room: string): Promise<BareKernelRustc> {
  const rustc = await findRustc(join(room, 'usr'))
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-bench-'))
  const kernel = readKernelRoom(room)
  const environment = mapPaths(kernel.rust.environment, room)
  return {
    async check(files) {
      await writeFile(join(folder, 'driver.rs'), files['driver.rs']!)
      const { command } = toRustCheck(kernel, files)
      const flags = command.slice(command.indexOf('rustc') + 1).map((word) => toHere(word, room))
      return timeRustc([...rustc, ...flags], { cwd: folder, env: environment })
    },
    end: () => rm(folder, { recursive: true }),
  }
}

function mapPaths(environment: Record<string, string>, room: string): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, toHere(value, room)]))
}

/** In the sandbox the room is the root folder. */
function toHere(word: string, room: string): string {
  return word.replace('/usr/src/', `${join(room, 'usr/src')}/`).replace('/tmp/', '')
}
