import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Progress } from './debootstrap-progress.ts'
import type { Versions } from './prove.ts'

/** Says, as `toolroom.json`, that the toolroom beside it is complete, and what is in it. It is written last. */
export const Marker = z.object({
  key: z.string(),
  /** What it was made of, as `name_version_architecture` → SHA-256; older ones do not say. */
  packages: z.record(z.string(), z.string()).optional(),
  /** Of a pack: the SHA-256 of all that is in its root. */
  content: z.string().optional(),
  versions: z.object({
    rustc: z.string(),
    clippy: z.string(),
    rustfmt: z.string(),
    lld: z.string(),
    /** Such as `Linux 7.3.4`, where there is a kernel. */
    kernel: z.string().optional(),
  }),
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
  build: string
  log: string
}

/**
 * Names the places of the toolroom with that key. If several are made from one tree, that has a key of its own; then
 * they also have one lock, for only one is made at a time.
 */
export function toRoomFolder(cache: string, key: string, treeKey = key): RoomFolder {
  const path = join(cache, key)
  const shared = join(cache, treeKey)
  return {
    path,
    root: join(path, 'root'),
    marker: join(path, 'toolroom.json'),
    lock: join(cache, `${treeKey}.lock`),
    progress: join(path, 'progress.json'),
    tree: join(shared, 'tree'),
    archives: join(shared, 'archives'),
    build: join(path, 'build'),
    log: join(path, 'build.log'),
  }
}

/** Makes the folders and those above, open to the sandbox's unprivileged user whatever the umask. */
export async function makeFolder({ path, tree }: RoomFolder): Promise<void> {
  for (const folder of [dirname(path), path, dirname(tree)]) {
    if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
  }
}

/**
 * The marker, if the toolroom is complete. Each request asks for it, and it names hundreds of packages: it is read again only
 * when there is another one.
 */
export function readMarker({ marker: path }: RoomFolder): Marker | undefined {
  const version = versionOf(path)
  const last = lastRead.get(path)
  if (last?.version === version) return last?.marker
  const marker = Marker.safeParse(readJson(path)).data
  lastRead.set(path, { version, marker })
  return marker
}

/** Path → what was read there last. */
const lastRead = new Map<string, { version: string | undefined; marker: Marker | undefined }>()

/** Tells a file from those that were there before; undefined if there is none. */
function versionOf(path: string): string | undefined {
  try {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true })
    return `${ino} ${size} ${ctimeNs}`
  } catch {
    return undefined
  }
}

/** True if there is a toolroom that was complete, but what says so can't be read. */
export function isMarkerDamaged(folder: RoomFolder): boolean {
  return existsSync(folder.marker) && existsSync(folder.root) && readMarker(folder) === undefined
}

/** Puts a root in place of the one that is there, if any. */
export async function replaceRoot({ root, marker }: RoomFolder, next: string): Promise<void> {
  const old = `${root}.old`
  await discard(marker, old)
  if (existsSync(root)) await rename(root, old)
  await rename(next, root)
  await discard(old)
}

/** Declares the toolroom complete, of which nothing but its versions is known. */
export async function writeMarker(folder: RoomFolder, key: string, versions: Versions): Promise<void> {
  await declareComplete(folder, { key, versions })
}

/** Declares the toolroom complete. */
export async function declareComplete(
  { marker }: Pick<RoomFolder, 'marker'>,
  content: Marker,
): Promise<void> {
  const text = `${JSON.stringify(content, undefined, 2)}\n`
  // On disk before its name is: a machine that loses power then has the old file or the new one.
  await writeFile(`${marker}.new`, text, { flush: true })
  await rename(`${marker}.new`, marker)
}

/** Clears those paths, whatever is there. */
export async function discard(...paths: string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true })
}

const ProgressFile = z.object({
  pid: z.int(),
  percent: z.int(),
  step: z.string(),
  secondsLeft: z.int().optional(),
})

/** How far another process is with the making, if one is at it. */
export function readProgressOfOthers({ progress }: RoomFolder): Progress | undefined {
  const { data } = ProgressFile.safeParse(readJson(progress))
  return data && data.pid !== process.pid && isAlive(data.pid) ? data : undefined
}

/** Lets other processes see how far this one is. */
export function writeProgress({ progress: path }: RoomFolder, progress: Progress): void {
  writeFileSync(path, JSON.stringify({ pid: process.pid, ...progress }))
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
