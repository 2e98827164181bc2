import { realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { StageStatus } from '#protocol/status.ts'
import { clean } from '#service/toolroom/clean.ts'
import { explainFailure, type Failure } from '#service/toolroom/explain-failure.ts'
import { takeLock } from '#service/toolroom/lock.ts'
import { pack, unpack } from '#service/toolroom/pack.ts'
import { prove } from '#service/toolroom/prove.ts'
import { makeFolder } from '#service/toolroom/room-folder.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { showProgress } from './toolroom-progress.ts'

const usage = `Usage: npm run toolroom -- COMMAND

The toolroom is the Debian tree with the compilers. It is kept outside the checkout, in the cache folder.

  status       say whether it is ready, and where it is
  make         make it, or go on where it was cut off
  clean        remove it
  pack FILE    write it into one file, for machines that should not make it themselves
  unpack FILE  put such a file in its place

Settings in the environment:
  NO_OOPS_CACHE    the cache folder
  TOOLROOM_MIRROR  the Debian mirror to take packages from`

/** Runs one command on the toolroom and gives the exit code: 0 done, 1 not possible, 2 wrong use. */
export async function main([name = '', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return say(usage, 0)
  const command = commands[name]
  if (!command || args.length !== command.arguments) return complain(usage, 2)
  try {
    return await command.run(openToolroom(), args[0] ?? '')
  } catch (error) {
    const failure = explainFailure(error)
    if (!failure) throw error
    return complain(toText(failure), 1)
  }
}

interface Command {
  arguments: number
  run: (toolroom: Toolroom, file: string) => Promise<number>
}

const commands: Record<string, Command> = {
  status: { arguments: 0, run: async (toolroom) => report(toolroom, toolroom.status()) },
  make: {
    arguments: 0,
    run: async (toolroom) => report(toolroom, await showProgress(toolroom)),
  },
  clean: {
    arguments: 0,
    run: async ({ folder, recipe }) => {
      await clean(folder, recipe.stage)
      return say(`Removed ${folder.path}.`, 0)
    },
  },
  pack: {
    arguments: 1,
    run: async ({ folder }, file) => {
      await pack(folder, file)
      return say(`Packed the toolroom into ${file} (${await megabytes(file)} MB).`, 0)
    },
  },
  unpack: {
    arguments: 1,
    run: async (toolroom, file) => {
      await unpackUnderLock(toolroom, file)
      return report(toolroom, toolroom.status())
    },
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

function report({ folder }: Toolroom, status: StageStatus): number {
  switch (status.state) {
    case 'ready':
      return say(`The toolroom is ready: ${status.toolchain}, in ${folder.path}.`, 0)
    case 'preparing':
      return say(`The toolroom is being made by another process: ${status.percent} %. ${status.step}.`, 1)
    case 'unavailable':
      return complain(toText(status), 1)
  }
}

function toText({ reason, remedy }: Failure): string {
  return `${reason}\nWhat helps: ${remedy}`
}

async function megabytes(file: string): Promise<number> {
  return Math.round((await stat(file)).size / 1e6)
}

function say(text: string, code: number): number {
  console.log(text)
  return code
}

function complain(text: string, code: number): number {
  console.error(text)
  return code
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2))
}
