import type { StageStatus } from '#protocol/status.ts'
import { checkSandbox } from '../bubblewrap/check-sandbox.ts'
import { cacheFolder } from './cache-folder.ts'
import { debootstrap } from './debootstrap.ts'
import type { Progress } from './debootstrap-progress.ts'
import { explainFailure } from './explain-failure.ts'
import { prepareHostTools } from './host-tools.ts'
import { keepNeeded } from './keep-needed.ts'
import { takeLock } from './lock.ts'
import { prove } from './prove.ts'
import { toKey, userspace, type Recipe } from './recipe.ts'
import * as room from './room-folder.ts'
import { ToolroomError } from './toolroom-error.ts'

/** A root filesystem with one fixed set of compilers, entered only through the sandbox. */
export interface Toolroom {
  /** The folder to hand to the sandbox; complete only while the status is `ready`. */
  root: string
  /** Its places in the cache. */
  folder: room.RoomFolder
  recipe: Recipe
  key: string
  status(): StageStatus
  /** Makes it if it is not there. What stands in its way is in the status that it resolves to; it does not reject. */
  make(): Promise<StageStatus>
}

export interface ToolroomOptions {
  /** Folder of all toolrooms. */
  cache?: string
  recipe?: Recipe
}

/** Opens the toolroom of a recipe, whether it is made or not; touches nothing. */
export function openToolroom({ cache = cacheFolder(), recipe = userspace }: ToolroomOptions = {}): Toolroom {
  const key = toKey(recipe)
  const folder = room.toRoomFolder(cache, key)
  const making: Making = { recipe, key, folder, state: notMade }
  let run: Promise<StageStatus> | undefined
  return {
    root: folder.root,
    folder,
    recipe,
    key,
    status: () => statusOf(making),
    make: () => (run ??= make(making).finally(() => (run = undefined))),
  }
}

interface Making {
  recipe: Recipe
  key: string
  folder: room.RoomFolder
  /** What holds as long as there is no marker. */
  state: Exclude<StageStatus, { state: 'ready' }>
}

const notMade = {
  state: 'unavailable' as const,
  reason: 'The toolroom with the compilers has not been made yet.',
  remedy: 'npm run toolroom -- make',
}

function statusOf({ folder, state }: Making): StageStatus {
  const marker = room.readMarker(folder)
  if (marker) return { state: 'ready', toolchain: toToolchain(marker.versions.rustc) }
  const others = room.readProgressOfOthers(folder)
  return others ? { state: 'preparing', percent: others.percent, step: others.step } : state
}

/** `rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)` → `rustc 1.85.1`. */
function toToolchain(version: string): string {
  return version.split(' ').slice(0, 2).join(' ')
}

async function make(making: Making): Promise<StageStatus> {
  if (room.readMarker(making.folder)) return statusOf(making)
  try {
    await prepare(making)
    await makeUnderLock(making)
  } catch (error) {
    making.state = toUnavailable(error)
  }
  return statusOf(making)
}

async function prepare(making: Making): Promise<void> {
  if (process.platform === 'linux') {
    note(making, { percent: 0, step: 'Looking for the tools that make a toolroom' })
    await prepareHostTools((step) => note(making, { percent: 0, step }))
  }
  const sandbox = await checkSandbox()
  if (!sandbox.usable) throw new ToolroomError(sandbox.reason, sandbox.remedy)
}

async function makeUnderLock(making: Making): Promise<void> {
  const { folder } = making
  await room.makeFolder(folder)
  note(making, { percent: 0, step: 'Waiting for another process that makes the toolroom' })
  const release = await takeLock(folder.lock)
  try {
    if (!room.readMarker(folder)) await build(making)
  } finally {
    await release()
  }
}

async function build(making: Making): Promise<void> {
  const { recipe, key, folder } = making
  const onProgress = (progress: Progress): void => publish(making, progress)
  onProgress({ percent: 0, step: 'Fetching the package lists' })
  await room.discardUnfinished(folder)
  await debootstrap({ recipe, tree: folder.tree, archives: folder.archives, onProgress })
  onProgress({ percent: 92, step: 'Keeping what is needed' })
  await keepNeeded(recipe, folder.tree, folder.root)
  onProgress({ percent: 96, step: 'Trying the compilers' })
  const versions = await prove(recipe, folder.root)
  await room.writeMarker(folder, key, versions)
  await room.discardScaffold(folder)
}

function note(making: Making, { percent, step }: Progress): void {
  making.state = { state: 'preparing', percent, step }
}

/** Also for other processes, in a file. */
function publish(making: Making, progress: Progress): void {
  note(making, progress)
  room.writeProgress(making.folder, progress)
}

function toUnavailable(error: unknown): Making['state'] {
  const { reason, remedy } = explainFailure(error) ?? { reason: String(error), remedy: startAfresh }
  return { state: 'unavailable', reason, remedy }
}

const startAfresh = 'npm run toolroom -- clean, then npm run toolroom -- make'
