import { dirname } from 'node:path'
import type { StageStatus } from '#protocol/status.ts'
import { checkSandbox } from '../bubblewrap/check-sandbox.ts'
import { cacheFolder } from './cache-folder.ts'
import { debootstrap } from './debootstrap.ts'
import type { Progress } from './debootstrap-progress.ts'
import { explainFailure } from './explain-failure.ts'
import { prepareHostTools } from './host-tools.ts'
import { prelinkLibraries } from './prelink/prelink-libraries.ts'
import { pruneImage } from './prune-image.ts'
import { isTreeDone } from './kernel/is-tree-done.ts'
import type { KernelRecipe } from './kernel/kernel-recipe.ts'
import { makeKernel } from './kernel/make-kernel.ts'
import { takeLock } from './lock.ts'
import { createEta } from './eta.ts'
import { readLock, readPackages, refuseAltered } from './package-lock.ts'
import { prove, type Versions } from './prove.ts'
import { toKey, toTreeKey, userspace, type Recipe } from './recipe.ts'
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
  /** Says in the status that it will be made when others are. */
  announce(): void
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
  const folder = room.toRoomFolder(cache, key, recipe.kernel && toTreeKey(recipe))
  const making: Making = { cache, recipe, key, folder, state: toNotMade(recipe) }
  let run: Promise<StageStatus> | undefined
  return {
    root: folder.root,
    folder,
    recipe,
    key,
    status: () => statusOf(making),
    announce: () => note(making, { percent: 0, step: 'Waiting for its turn' }),
    make: () => (run ??= make(making).finally(() => (run = undefined))),
  }
}

interface Making {
  cache: string
  recipe: Recipe
  key: string
  folder: room.RoomFolder
  /** What holds as long as there is no marker. */
  state: Exclude<StageStatus, { state: 'ready' }>
}

function toNotMade({ stage, kernel }: Recipe): Making['state'] {
  const what = kernel ? `kernel (${kernel.variant})` : 'compilers'
  return {
    state: 'unavailable',
    reason: `The toolroom with the ${what} has not been made yet.`,
    remedy: `npm run toolroom -- make${kernel ? ` ${stage}` : ''}`,
  }
}

function statusOf({ folder, state }: Making): StageStatus {
  const marker = room.readMarker(folder)
  if (marker) return { state: 'ready', toolchain: toToolchain(marker.versions) }
  const others = room.readProgressOfOthers(folder)
  return others ? toPreparing(others) : state
}

/** `rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)` → `rustc 1.85.1`, and the kernel after it. */
function toToolchain({ rustc, kernel }: Versions): string {
  const compiler = rustc.split(' ').slice(0, 2).join(' ')
  return kernel ? `${compiler}, ${kernel}` : compiler
}

function toPreparing({ percent, step, secondsLeft }: Progress): Making['state'] {
  return { state: 'preparing', percent, step, ...(secondsLeft !== undefined && { secondsLeft }) }
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
    await prepareHostTools(making.recipe, (step) => note(making, { percent: 0, step }))
  }
  const sandbox = await checkSandbox()
  if (!sandbox.usable) throw new ToolroomError(sandbox.reason, sandbox.remedy)
  if (making.recipe.kernel && process.arch !== 'x64') throw noUserModeLinux
}

const noUserModeLinux = new ToolroomError(
  'User-Mode Linux runs on x86-64 only.',
  'Set SERVICE_URL to a service that runs on x86-64; the rest of the course works here.',
)

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
  const { recipe, folder } = making
  const pace = createEta()
  const onProgress = (progress: Progress): void => publish(making, pace(progress))
  if (!(await adopt(making))) await buildNext(making, onProgress)
  await room.discard(folder.build, folder.log, folder.progress)
  if (!recipe.kernel) await room.discard(folder.tree, folder.archives)
  else if (isTreeDone(making.cache)) await room.discard(dirname(folder.tree))
}

/** Declares complete what is there, if only its marker is damaged; false if there is no such thing, or it does not work. */
async function adopt({ recipe, key, folder }: Making): Promise<boolean> {
  if (!room.isMarkerDamaged(folder)) return false
  const versions = await prove(recipe, folder.root).catch(() => undefined)
  if (versions) await room.writeMarker(folder, key, versions)
  return versions !== undefined
}

type OnProgress = (progress: Progress) => void

/** What is there, whether it works or not, stays until what takes its place has been tried. */
async function buildNext(making: Making, onProgress: OnProgress): Promise<void> {
  const { recipe, key, folder } = making
  const next = { ...making, folder: { ...folder, root: `${folder.root}.next` } }
  await room.discard(next.folder.root)
  await (recipe.kernel ? buildKernel(next, recipe.kernel, onProgress) : buildUserspace(next, onProgress))
  onProgress({ percent: 98, step: 'Trying the compilers' })
  const versions = await prove(recipe, next.folder.root)
  const packages = await readPackages(folder.archives)
  refuseAltered(packages, readLock())
  await room.replaceRoot(folder, next.folder.root)
  await room.declareComplete(folder, { key, versions, packages })
}

async function buildUserspace({ recipe, folder }: Making, onProgress: OnProgress): Promise<void> {
  onProgress({ percent: 0, step: 'Fetching the package lists' })
  await room.discard(folder.tree)
  await debootstrap({ recipe, tree: folder.tree, archives: folder.archives, onProgress })
  onProgress({ percent: 92, step: 'Preparing the compilers to begin quickly' })
  await prelinkLibraries(folder.tree, recipe.prelinked)
  onProgress({ percent: 92, step: 'Keeping what is needed' })
  await pruneImage(recipe, folder.tree, folder.root)
}

async function buildKernel(
  { recipe, cache, folder }: Making,
  kernel: KernelRecipe,
  onProgress: OnProgress,
): Promise<void> {
  await makeKernel({ recipe: { ...recipe, kernel }, cache, folder, onProgress })
}

function note(making: Making, progress: Progress): void {
  making.state = toPreparing(progress)
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
