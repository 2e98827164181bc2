import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { ScriptError } from '../script-error.ts'

/** The source of Linux that lessons cite. */
export interface KernelTree {
  /** Such as `7.3.4`. */
  version: string
  /** Text of a file by its path in the tree; undefined if there is none. */
  read(path: string): Promise<string | undefined>
}

/** Opens the tree in a folder. Throws a `ScriptError` if it is none. */
export async function openKernelTree(folder: string): Promise<KernelTree> {
  const read = async (path: string) => {
    const inside = normalize(path)
    if (inside.startsWith('..') || inside.startsWith('/')) return undefined
    return readFile(join(folder, inside), 'utf8').catch(() => undefined)
  }
  return { version: readVersion((await read('Makefile')) ?? '', folder), read }
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
