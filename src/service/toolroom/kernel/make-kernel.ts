import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { variants } from '#protocol/variants.ts'
import { debootstrap } from '../debootstrap.ts'
import type { Progress } from '../debootstrap-progress.ts'
import { prelinkLibraries } from '../prelink/prelink-libraries.ts'
import { pruneImage } from '../prune-image.ts'
import type { Recipe } from '../recipe.ts'
import type { RoomFolder } from '../room-folder.ts'
import { buildKernel } from './build-kernel.ts'
import { inside, mountPoints, runInBuildEnvironment, type BuildPlace } from './build-environment.ts'
import type { KernelRecipe } from './kernel-recipe.ts'
import { pruneKernel } from './prune-kernel.ts'
import { patchSource } from './patch-source.ts'
import { probeModules } from './probe-modules.ts'
import { findSource, type KernelSource } from './source.ts'

export interface MakeKernelOptions {
  recipe: Recipe & { kernel: KernelRecipe }
  /** Folder of all toolrooms. */
  cache: string
  folder: RoomFolder
  onProgress: (progress: Progress) => void
}

/** Measured: where each part of the making begins, in percent of its time. */
const begin = { packages: 0, source: 10, build: 14, probe: 93, keep: 96 } as const

/**
 * Makes a toolroom's root with a kernel in it. The Debian tree, the source and what make has built stay until the
 * whole is done, so that a run that was cut off goes on.
 */
export async function makeKernel(options: MakeKernelOptions): Promise<void> {
  const { recipe, folder, onProgress } = options
  const tell = (part: keyof typeof begin, step: string): void => onProgress({ percent: begin[part], step })
  await bringTree(options)
  const source = await findSource(options.cache, recipe.kernel.release, (step) => tell('source', step))
  const place = await build(options, source)
  tell('probe', 'Asking Kbuild how it builds modules')
  const description = await describe(place, { kernel: recipe.kernel, source })
  tell('keep', 'Keeping what is needed')
  await pruneImage(recipe, folder.tree, folder.root)
  await pruneKernel({ recipe: recipe.kernel, place, source }, folder.root)
  await writeFile(join(folder.root, 'usr/src/kernel.json'), `${JSON.stringify(description, undefined, 2)}\n`)
}

/** All kernels are built with one tree of packages. */
async function bringTree({ recipe, folder, onProgress }: MakeKernelOptions): Promise<void> {
  if (existsSync(folder.tree)) return
  const tree = `${folder.tree}.unfinished`
  const onPart = ({ percent, step }: Progress): void =>
    onProgress({ percent: Math.floor((percent * begin.source) / 100), step })
  await rm(tree, { recursive: true, force: true })
  await debootstrap({ recipe, tree, archives: folder.archives, onProgress: onPart })
  for (const path of mountPoints) await mkdir(join(tree, path), { recursive: true })
  // Debian's packages make this link when they are installed, not when they are unpacked.
  await symlink('mawk', join(tree, 'usr/bin/awk'))
  await prelinkLibraries(tree, recipe.prelinked)
  await rename(tree, folder.tree)
}

async function build(
  { recipe: { kernel }, folder, onProgress }: MakeKernelOptions,
  source: KernelSource,
): Promise<BuildPlace> {
  const patched = await patchSource(source.folder, kernel.patches, join(folder.build, 'patched'))
  const place = { tree: folder.tree, source: source.folder, patched, out: join(folder.build, 'out') }
  const step = `Building Linux ${source.version} (${kernel.variant})`
  const onPart = (part: number): void =>
    onProgress({ percent: Math.floor(begin.build + (begin.probe - begin.build) * part), step })
  onPart(0)
  await buildKernel({ recipe: kernel, place, log: folder.log, onPart })
  return place
}

interface Making {
  kernel: KernelRecipe
  source: KernelSource
}

/** The text of `kernel.json`, from which the service reads how to build modules. */
async function describe(place: BuildPlace, { kernel, source }: Making): Promise<object> {
  const { version, origin } = source
  const kbuild = await probeModules(place, kernel)
  return {
    version,
    source: origin,
    release: (await readFile(join(place.out, 'include/config/kernel.release'), 'utf8')).trim(),
    variant: kernel.variant,
    name: `Linux ${version}, User-Mode Linux with ${variants[kernel.variant].watcher}`,
    rustc: await versionOf(place, 'rustc'),
    clang: await versionOf(place, 'clang'),
    directory: inside.out,
    ...kbuild,
  }
}

async function versionOf(place: BuildPlace, compiler: string): Promise<string> {
  const { lines } = await runInBuildEnvironment(place, [compiler, '--version'])
  return /\d+\.\d+\.\d+/.exec(lines[0] ?? '')?.[0] ?? ''
}
