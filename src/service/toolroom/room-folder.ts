import { readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Progress } from './debootstrap-progress.ts'
import type { Versions } from './prove.ts'

/** Says, as `toolroom.json`, that the toolroom beside it is complete, and what is in it. It is written last. */
export const Marker = z.object({
  key: z.string(),
  versions: z.object({ rustc: z.string(), clippy: z.string(), rustfmt: z.string(), lld: z.string() }),
})
export type Marker = z.infer<typeof Marker>

/** The folder of one toolroom, and the places in it. */
export interface RoomFolder {
  path: string
  root: string
  marker: string
  lock: string
  progress: string
  /** What exists only while the toolroom is made. */
  tree: string
  archives: string
}

/** Names the places of the toolroom with that key. */
export function toRoomFolder(cache: string, key: string): RoomFolder {
  const path = join(cache, key)
  return {
    path,
    root: join(path, 'root'),
    marker: join(path, 'toolroom.json'),
    lock: join(cache, `${key}.lock`),
    progress: join(path, 'progress.json'),
    tree: join(path, 'tree'),
    archives: join(path, 'archives'),
  }
}

/** Makes the folder and those above it, open to the sandbox's unprivileged user whatever the umask. */
export async function makeFolder({ path }: RoomFolder): Promise<void> {
  const cache = dirname(path)
  if (await mkdir(cache, { recursive: true })) await chmod(cache, 0o755)
  if (await mkdir(path, { recursive: true })) await chmod(path, 0o755)
}

/** The marker, if the toolroom is complete. */
export function readMarker({ marker }: RoomFolder): Marker | undefined {
  return Marker.safeParse(readJson(marker)).data
}

/** Declares the toolroom complete. */
export async function writeMarker({ marker }: RoomFolder, key: string, versions: Versions): Promise<void> {
  await writeFile(`${marker}.new`, `${JSON.stringify({ key, versions } satisfies Marker, undefined, 2)}\n`)
  await rename(`${marker}.new`, marker)
}

/** Clears what a making that was cut off has left, but for its downloads. */
export async function discardUnfinished({ root, tree }: RoomFolder): Promise<void> {
  await rm(root, { recursive: true, force: true })
  await rm(tree, { recursive: true, force: true })
}

/** Clears what only the making needed. */
export async function discardScaffold({ tree, archives, progress }: RoomFolder): Promise<void> {
  await rm(tree, { recursive: true, force: true })
  await rm(archives, { recursive: true, force: true })
  await rm(progress, { force: true })
}

const ProgressFile = z.object({ pid: z.int(), percent: z.int(), step: z.string() })

/** How far another process is with the making, if one is at it. */
export function readProgressOfOthers({ progress }: RoomFolder): Progress | undefined {
  const { data } = ProgressFile.safeParse(readJson(progress))
  return data && data.pid !== process.pid && isAlive(data.pid) ? data : undefined
}

/** Lets other processes see how far this one is. */
export function writeProgress({ progress }: RoomFolder, { percent, step }: Progress): void {
  writeFileSync(progress, JSON.stringify({ pid: process.pid, percent, step }))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
