import { copyFile, mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runHostCommand } from '../host-command.ts'
import { ToolroomError } from '../toolroom-error.ts'

/** A file that takes the place of one of the source, by its path there. */
export interface PatchedFile {
  path: string
  file: string
}

/** Applies patches to copies of the files that they change, in a folder of their own: the source stays as it is. */
export async function patchSource(
  source: string,
  patches: readonly string[],
  folder: string,
): Promise<PatchedFile[]> {
  await rm(folder, { recursive: true, force: true })
  const paths = [...new Set(patches.flatMap(toPaths))]
  for (const path of paths) await copy(join(source, path), join(folder, path))
  for (const patch of patches) await apply(patch, folder)
  for (const path of paths) await keepTime(join(source, path), join(folder, path))
  return paths.map((path) => ({ path, file: join(folder, path) }))
}

/** The files that a patch changes, as paths in the source. */
export function toPaths(patch: string): string[] {
  return [...patch.matchAll(/^\+\+\+ b\/(\S+)$/gm)].map(([, path]) => path!)
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}

async function apply(patch: string, folder: string): Promise<void> {
  const file = join(folder, 'next.patch')
  await writeFile(file, patch)
  const options = ['--strip=1', '--batch', '--forward', '--no-backup-if-mismatch', '--reject-file=-']
  const { code, lines } = await runHostCommand(['patch', ...options, '-d', folder, '-i', file])
  await rm(file)
  if (code === 0) return
  throw new ToolroomError(
    `The change «${patch.split('\n')[0]}» does not fit this source: ${lines.slice(-3).join(' ')}`,
    'Let LINUX_SOURCE name an unchanged source tree of Linux 7.3.4, or unset it.',
  )
}

/** So that a build that goes on sees nothing new. */
async function keepTime(original: string, file: string): Promise<void> {
  const { atime, mtime } = await stat(original)
  await utimes(file, atime, mtime)
}
