import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { tryLock } from './lock.ts'
import { makeFolder, type RoomFolder } from './room-folder.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Removes the toolroom and those of the same stage that other versions have left. */
export async function clean(folder: RoomFolder, stage: string): Promise<void> {
  await makeFolder(folder)
  const release = await tryLock(folder.lock)
  if (!release) throw new ToolroomError('Another process is making the toolroom.', 'End that process first.')
  const cache = dirname(folder.path)
  const rooms = (await readdir(cache)).filter((name) => name.startsWith(`${stage}-`))
  await Promise.all(rooms.map((name) => rm(join(cache, name), { recursive: true, force: true })))
  await release()
}
