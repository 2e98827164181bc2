import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runHostCommand } from '../host-command.ts'
import { inside, runInBuildEnvironment, type BuildPlace } from './build-environment.ts'
import type { KernelRecipe } from './kernel-recipe.ts'
import type { KernelSource } from './source.ts'

/** A kernel that has been built. */
export interface BuiltKernel {
  recipe: KernelRecipe
  place: BuildPlace
  source: KernelSource
}

/**
 * Copies what modules are built against and what boots into the toolroom's root. The licences, the version of the
 * source and our changes to it come along.
 */
export async function pruneKernel({ recipe, place, source }: BuiltKernel, root: string): Promise<void> {
  const crates = (await readdir(join(place.out, 'rust'))).filter((name) => name.endsWith('.rmeta'))
  const built = [...recipe.built, ...crates.map((name) => `rust/${name}`)]
  await copy(source.folder, recipe.source, join(root, inside.source))
  await copyPatched(place, join(root, inside.source))
  await copy(place.out, built, join(root, inside.out))
  await copy(await strip(place), ['linux', 'rust'], join(root, inside.out))
  await copy(join(place.tree, coreSource), ['.'], join(root, coreSource))
  await writeOrigin({ recipe, source }, join(root, 'usr/src'))
  await must(['chmod', '-R', 'u+w,go-w,a+rX', join(root, 'usr')])
}

/** The kernel builds Rust's core itself; rustc looks for the text of what it quotes at this place. */
const coreSource = 'usr/lib/rustlib/src/rust/library/core/src'

/** Symbols make up a quarter of the kernel, which has its own list of them, and most of a macro. */
async function strip(place: BuildPlace): Promise<string> {
  const folder = join(place.out, 'stripped')
  await mkdir(join(folder, 'rust'), { recursive: true })
  const macros = (await readdir(join(place.out, 'rust'))).filter((name) => name.endsWith('.so'))
  for (const path of ['linux', ...macros.map((name) => `rust/${name}`)]) {
    const target = `${inside.out}/stripped/${path}`
    const command = ['llvm-strip', '--strip-unneeded', '-o', target, `${inside.out}/${path}`]
    const { code, lines } = await runInBuildEnvironment(place, command)
    if (code !== 0) throw new Error(`llvm-strip: ${lines.join(' ')}`)
  }
  return folder
}

async function copy(from: string, paths: readonly string[], to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await must(['env', '-C', from, 'cp', '-R', '-P', '--preserve=mode', '--parents', ...paths, to])
}

/** To modules, a header that we have changed is what it was to the kernel. */
async function copyPatched({ patched }: BuildPlace, to: string): Promise<void> {
  const kept = patched.filter(({ path }) => existsSync(join(to, path)))
  for (const { path, file } of kept) await copyFile(file, join(to, path))
}

async function writeOrigin({ recipe, source }: Omit<BuiltKernel, 'place'>, folder: string): Promise<void> {
  const patches = join(folder, 'patches')
  await mkdir(patches, { recursive: true })
  for (const [index, patch] of recipe.patches.entries()) {
    await writeFile(join(patches, `${index + 1}.patch`), patch)
  }
  await writeFile(join(folder, 'ORIGIN'), toOrigin(source))
}

function toOrigin({ version, origin }: KernelSource): string {
  return [
    `The folders «linux» and «build» hold parts of Linux ${version}, from ${origin},`,
    'with the changes in the folder «patches» and the configuration in build/.config.',
    'It is free software under the GNU General Public License, version 2: see linux/COPYING.',
    `Whoever passes it on also passes on, or offers, the whole source of Linux ${version}.`,
    '',
  ].join('\n')
}

async function must(command: string[]): Promise<void> {
  const { code, lines } = await runHostCommand(command)
  if (code !== 0) throw new Error(`${command[0]}: ${lines.join(' ')}`)
}
