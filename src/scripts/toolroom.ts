import { stat, writeFile } from 'node:fs/promises'
import type { Variant } from '#protocol/compile.ts'
import type { StageStatus } from '#protocol/status.ts'
import { variantNames, variants } from '#protocol/variants.ts'
import { clean } from '#service/toolroom/clean.ts'
import { recipes } from '#service/toolroom/kernel/recipes.ts'
import { hashFile } from '#service/toolroom/hash-tree.ts'
import { takeLock } from '#service/toolroom/lock.ts'
import { pack, unpack } from '#service/toolroom/pack.ts'
import {
  findUnlocked,
  lockFile,
  type Packages,
  readLock,
  toLockText,
} from '#service/toolroom/package-lock.ts'
import { prove } from '#service/toolroom/prove.ts'
import { userspace } from '#service/toolroom/recipe.ts'
import { makeFolder, readMarker, type RoomFolder } from '#service/toolroom/room-folder.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { describeRemedy } from './describe-failure.ts'
import { complain, print } from './print-and-exit-code.ts'
import { runMain } from './run-script.ts'
import { describeProgress, showProgress } from './toolroom-progress.ts'

const usage = `Usage: npm run toolroom -- COMMAND

The toolroom holds the compilers and the kernels, as Debian trees outside the checkout, in the cache folder.
Commands mean all of its parts, or the PART that is named.

  status [PART]       say whether it is ready, and where it is
  make [PART]         make it, or go on where it was cut off
  clean [PART]        remove it
  pack FILE [PART]    write one part (userspace if none is named) into a file, for machines that should not make it
  unpack FILE [PART]  put such a file in its place
  lock                write the versions and hashes of the packages it was made of into the lock of this checkout

Parts:
  userspace        the compilers for programs
${variantNames.map(describeVariant).join('\n')}

Settings in the environment:
  NO_OOPS_CACHE    the cache folder
  TOOLROOM_MIRROR  the Debian mirror to take packages from
  LINUX_SOURCE     a folder with the source of Linux 7.3, in place of Debian's`

function describeVariant(variant: Variant): string {
  const { watcher, watches } = variants[variant]
  return `  ${variant.padEnd(15)}  Linux with ${watcher}, which watches ${watches}`
}

/** What the words ask for; nothing if they are wrong. */
function toRun(name: string, args: string[]): (() => Promise<number>) | undefined {
  if (name === 'lock' && args.length === 0) return writeLock
  const [ofParts, ofFile] = [partCommands[name], fileCommands[name]]
  if (ofParts && args.length <= 1) return forEach(args[0], ofParts)
  const toolroom = open(args[1] ?? userspace.stage)
  if (ofFile && toolroom && args[0] && args.length <= 2) return () => ofFile(toolroom, args[0]!)
  return undefined
}

type PartCommand = (toolroom: Toolroom) => Promise<number>

function forEach(part: string | undefined, command: PartCommand): (() => Promise<number>) | undefined {
  const parts = part === undefined ? recipes.map(({ stage }) => stage) : [part]
  const toolrooms = parts.map(open).filter((toolroom) => toolroom !== undefined)
  if (toolrooms.length < parts.length) return undefined
  return async () => {
    const codes: number[] = []
    for (const toolroom of toolrooms) codes.push(await command(toolroom))
    return Math.max(...codes)
  }
}

function open(part: string): Toolroom | undefined {
  const recipe = recipes.find(({ stage }) => stage === part)
  return recipe && openToolroom({ recipe })
}

const partCommands: Record<string, PartCommand> = {
  status: async (toolroom) => report(toolroom, toolroom.status()),
  make: async (toolroom) => report(toolroom, await showProgress(toolroom)),
  clean: async ({ folder, recipe }) => {
    await clean(folder, recipe)
    return print(`Removed ${folder.path}.`, 0)
  },
}

const fileCommands: Record<string, (toolroom: Toolroom, file: string) => Promise<number>> = {
  pack: async ({ folder, recipe }, file) => {
    await pack(folder, file)
    const about = `${await megabytes(file)} MB, SHA-256 ${await hashFile(file)}`
    return print(`Packed the toolroom «${recipe.stage}» into ${file} (${about}).`, 0)
  },
  unpack: async (toolroom, file) => {
    await unpackUnderLock(toolroom, file)
    return report(toolroom, toolroom.status())
  },
}

async function unpackUnderLock({ folder, key, recipe }: Toolroom, file: string): Promise<void> {
  await makeFolder(folder)
  const release = await takeLock(folder.lock)
  try {
    await unpack({ folder, key, check: (root) => prove(recipe, root) }, file)
  } finally {
    await release()
  }
}

function report({ folder, recipe }: Toolroom, status: StageStatus): number {
  const name = `The toolroom «${recipe.stage}»`
  switch (status.state) {
    case 'ready':
      return print(`${name} is ready: ${status.toolchain}, in ${folder.path}.${describeUnlocked(folder)}`, 0)
    case 'preparing':
      return print(`${name} is being made by another process: ${describeProgress(status)}.`, 1)
    case 'unavailable':
      return complain(`${name}: ${describeRemedy(status)}`, 1)
  }
}

/** Empty where it has what the lock knows, or does not say what it has. */
function describeUnlocked(folder: RoomFolder): string {
  const unlocked = findUnlocked(readMarker(folder)?.packages ?? {}, readLock())
  return unlocked.length === 0 ? '' : `\nIts packages are not those of the lock: ${unlocked.join(', ')}.`
}

/** Puts what all parts were made of into the lock. */
async function writeLock(): Promise<number> {
  const packages = recipes.map((recipe) => readMarker(openToolroom({ recipe }).folder)?.packages)
  const known = packages.filter((part) => part !== undefined)
  if (known.length < packages.length)
    return complain(
      'Not all parts are there and say what they were made of.\nWhat helps: clean, then make.',
      1,
    )
  await writeFile(lockFile, toLockText(Object.assign({}, ...known) as Packages))
  return print(`Wrote ${lockFile}.`, 0)
}

async function megabytes(file: string): Promise<number> {
  return Math.round((await stat(file)).size / 1e6)
}

await runMain({
  usage,
  run: ([name = '', ...args]) => (name === 'help' ? Promise.resolve(print(usage, 0)) : toRun(name, args)?.()),
})
