import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { tryLock } from './lock.ts'
import type { Recipe } from './recipe.ts'
import { makeFolder, type RoomFolder } from './room-folder.ts'
import { ToolroomError } from './toolroom-error.ts'

/**
 * Removes the toolroom, those of the same stage that other versions have left, and what only its making needs; of a
 * kernel the precompiled headers too, which the service makes again.
 */
export async function clean(folder: RoomFolder, { stage, kernel }: Recipe): Promise<void> {
  await makeFolder(folder)
  const release = await tryLock(folder.lock)
  if (!release) throw new ToolroomError('Another process is making the toolroom.', 'End that process first.')
  const cache = dirname(folder.path)
  const prefixes = [`${stage}-`, ...(kernel ? ['tree-', `linux-${kernel.release}-`, 'headers'] : [])]
  const old = (await readdir(cache)).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
  await Promise.all(old.map((name) => rm(join(cache, name), { recursive: true, force: true })))
  await release()
}
