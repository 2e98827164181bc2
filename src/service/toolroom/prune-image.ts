import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, readlink, rename, symlink } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import { runHostCommand } from './host-command.ts'
import type { Recipe } from './recipe.ts'
import { ToolroomError } from './toolroom-error.ts'

/**
 * Takes what the recipe names, and every library its programs load, out of a whole Debian tree into the toolroom's
 * root: a third of the size. The licences come along. A tree that other rooms are made from too stays as it is.
 */
export async function pruneImage(recipe: Recipe, tree: string, root: string): Promise<void> {
  const take = recipe.kernel ? link : rename
  const libraries = await Promise.all(recipe.programs.map((program) => librariesOf(program, tree)))
  const programs = recipe.programs.map((program) => `usr/bin/${program}`)
  const wanted = [...programs, ...libraries.flat(), ...recipe.paths, ...(await licences(tree))]
  for (const path of new Set(wanted)) await takeOver(path, { tree, root, take })
}

/** Asks the tree's own loader. A program without libraries just ends. */
async function librariesOf(program: string, tree: string): Promise<string[]> {
  const sandbox = createBubblewrapSandbox({ root: tree, limits: { wallSeconds: 60 } })
  const command = ['busybox', 'env', 'LD_TRACE_LOADED_OBJECTS=1', program]
  const ended = await sandbox.run({ command, files: {} })
  if (ended.kind === 'stopped') throw unusable(program)
  const text = Buffer.from(ended.stdout).toString()
  if (text.includes('not found')) throw unusable(program)
  return [...text.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => toPlacePath(path!))
}

function unusable(program: string): ToolroomError {
  return new ToolroomError(`${program} of the new toolroom lacks a library.`, 'npm run toolroom -- clean')
}

/** `/lib64/ld.so` and `/usr/lib64/ld.so` are one file: the short names are links into `usr`. */
function toPlacePath(path: string): string {
  return posix.normalize(path).replace(/^\/(usr\/)?/, 'usr/')
}

async function licences(tree: string): Promise<string[]> {
  const folders = await readdir(join(tree, 'usr/share/doc'))
  return folders.map((folder) => `usr/share/doc/${folder}/copyright`)
}

interface Places {
  tree: string
  root: string
  take: (from: string, to: string) => Promise<void>
}

/** Takes a file or folder; of a link, the link and what it leads to. */
async function takeOver(path: string, places: Places): Promise<void> {
  const [from, to] = [join(places.tree, path), join(places.root, path)]
  const kind = await lstat(from).catch(() => undefined)
  if (!kind) return
  await mkdir(dirname(to), { recursive: true })
  if (!kind.isSymbolicLink()) return await places.take(from, to)
  const target = await readlink(from)
  await symlink(target, to).catch(ignoreIfThere)
  await takeOver(leadsTo(path, target), places)
}

/** Rooms of one tree share the bytes of its files. */
async function link(from: string, to: string): Promise<void> {
  if (existsSync(to)) return
  const { code, lines } = await runHostCommand([
    'cp',
    '--archive',
    '--link',
    '--no-target-directory',
    from,
    to,
  ])
  if (code !== 0) throw new Error(`cp: ${lines.join(' ')}`)
}

function leadsTo(path: string, target: string): string {
  return toPlacePath(posix.resolve('/', posix.dirname(path), target))
}

function ignoreIfThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
