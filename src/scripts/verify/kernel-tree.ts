import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { runCommand } from '../run-command.ts'
import { ScriptError } from '../script-error.ts'
import type { ProofCache } from './proof-cache.ts'

/** The source of Linux that lessons cite. */
export interface KernelTree {
  /** Such as `7.3.4`. */
  version: string
  /** Text of a file by its path in the tree; undefined if there is none. */
  read(path: string): Promise<string | undefined>
  /** What a command of a lesson prints in the tree's root, without the last line end; undefined if it fails or prints nothing. */
  count(command: string): Promise<string | undefined>
}

/** Opens the tree in a folder; what was counted there once is taken from the cache. Throws a `ScriptError` if it is none. */
export async function openKernelTree(folder: string, cache: ProofCache = noCache): Promise<KernelTree> {
  const read = async (path: string) => {
    const inside = normalize(path)
    if (inside.startsWith('..') || inside.startsWith('/')) return undefined
    return readFile(join(folder, inside), 'utf8').catch(() => undefined)
  }
  const count = (command: string) =>
    cache({ folder, command }, { make: () => countIn(folder, command), lasts: (output) => output !== null })
  const version = readVersion((await read('Makefile')) ?? '', folder)
  return { version, read, count: async (command) => (await count(command)) ?? undefined }
}

const noCache: ProofCache = (_, { make }) => make()

/** In the same order on every machine; null where nothing can be counted. */
async function countIn(folder: string, command: string): Promise<string | null> {
  const options = { cwd: folder, env: { LC_ALL: 'C' }, quiet: true }
  const { code, output } = await runCommand(['sh', '-c', command], options)
  return code === 0 && output.trim() !== '' ? output.trimEnd() : null
}

function readVersion(makefile: string, folder: string): string {
  const parts = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(
    (name) => new RegExp(`^${name} = (\\d+)$`, 'm').exec(makefile)?.[1],
  )
  if (parts.includes(undefined)) {
    throw new ScriptError(
      `${folder} is not a Linux source tree. Let LINUX_SOURCE name one of 7.3.4, or unset it.`,
    )
  }
  return parts.join('.')
}
