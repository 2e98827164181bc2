import { FileFault, type FileStat, type FileTree } from '../../file-tree.ts'
import { nameOf, resolvePath } from '../../resolve-path.ts'
import type { Command, CommandContext } from '../command.ts'
import { readOptions, UsageFault } from './options.ts'

/** The commands that look at files, and move them about. */
export const fileCommands: Record<string, Command> = {
  ls,
  cd({ args: [to = '/'], folder, tree, shell }) {
    const path = resolvePath(folder, to)
    if (tree.stat(path)?.kind !== 'folder') throw new FileFault(to, whyNoFolder(tree.stat(path)))
    shell.folder = path
    return 0
  },
  pwd: ({ folder, stdout }) => (stdout.write(`${folder}\n`), 0),
  mkdir: (context) =>
    forEachPath(context, 'p', ({ path, given, flags }) => {
      const { tree } = context
      if (!flags.has('p') && tree.stat(path)) throw new FileFault(given, 'File exists')
      tree.makeFolder(path)
    }),
  rm: (context) =>
    forEachPath(context, 'rRf', ({ path, given, flags }) => {
      const found = context.tree.stat(path)
      if (!found && flags.has('f')) return
      const isDeep = flags.has('r') || flags.has('R')
      if (found?.kind === 'folder' && !isDeep)
        throw new FileFault(given, 'Is a directory; «rm -r» removes it')
      if (!found) throw new FileFault(given, 'No such file or directory')
      context.tree.remove(path)
    }),
  touch: (context) =>
    forEachPath(context, '', ({ path }) => {
      const found = context.tree.stat(path)
      if (found?.kind === 'folder') return
      context.tree.write(path, found ? context.tree.read(path) : new Uint8Array())
    }),
  mv: (context) => transfer(context, '', (from, to) => context.tree.rename(from, to)),
  cp: (context) => transfer(context, 'rR', (from, to) => copy(context.tree, from, to)),
}

function whyNoFolder(stat: FileStat | undefined): string {
  return stat ? 'Not a directory' : 'No such file or directory'
}

interface GivenPath {
  path: string
  given: string
  flags: Set<string>
}

function forEachPath(
  { args, folder }: CommandContext,
  allowed: string,
  each: (given: GivenPath) => void,
): number {
  const { flags, paths } = readOptions(args, allowed)
  if (paths.length === 0) throw new UsageFault('missing the name of a file')
  for (const given of paths) each({ path: resolvePath(folder, given), given, flags })
  return 0
}

function transfer(
  context: CommandContext,
  allowed: string,
  move: (from: string, to: string) => void,
): number {
  const { tree, folder } = context
  const { flags, paths } = readOptions(context.args, allowed)
  const last = paths.at(-1)
  if (last === undefined || paths.length < 2) throw new UsageFault('it needs what, and where to')
  const to = resolvePath(folder, last)
  const isInto = tree.stat(to)?.kind === 'folder'
  if (paths.length > 2 && !isInto) throw new FileFault(last, 'Not a directory')
  for (const given of paths.slice(0, -1)) {
    const from = resolvePath(folder, given)
    const found = tree.stat(from)
    if (!found) throw new FileFault(given, 'No such file or directory')
    if (found.kind === 'folder' && allowed !== '' && flags.size === 0)
      throw new FileFault(given, 'Is a directory; «cp -r» copies it')
    move(from, isInto ? resolvePath(to, nameOf(from)) : to)
  }
  return 0
}

function copy(tree: FileTree, from: string, to: string): void {
  if (to === from || to.startsWith(`${from}/`)) throw new FileFault(to, 'Cannot copy something into itself')
  if (tree.stat(from)?.kind === 'file') return tree.write(to, tree.read(from))
  tree.makeFolder(to)
  for (const name of tree.list(from)) copy(tree, resolvePath(from, name), resolvePath(to, name))
}

function ls(context: CommandContext): number {
  const { tree, folder, stdout } = context
  const { flags, paths } = readOptions(context.args, 'la1')
  const given = paths.length === 0 ? ['.'] : paths
  for (const path of given)
    if (!tree.stat(resolvePath(folder, path))) throw new FileFault(path, whyNoFolder(undefined))
  const isFolder = (path: string) => tree.stat(resolvePath(folder, path))!.kind === 'folder'
  const print = (at: string, names: string[]) => stdout.write(toLines(context, { at, names, flags }))
  print(
    folder,
    given.filter((path) => !isFolder(path)),
  )
  for (const path of given.filter(isFolder)) {
    const at = resolvePath(folder, path)
    if (given.length > 1) stdout.write(`${path}:\n`)
    print(
      at,
      tree.list(at).filter((name) => flags.has('a') || !name.startsWith('.')),
    )
  }
  return 0
}

interface Listing {
  at: string
  names: string[]
  flags: Set<string>
}

function toLines({ tree, stdout }: CommandContext, { at, names, flags }: Listing): string {
  const shown = names.map((name) => {
    const stat = tree.stat(resolvePath(at, name))!
    const title = stat.kind === 'folder' ? `${name}/` : name
    if (!flags.has('l')) return title
    const bytes = stat.kind === 'file' ? String(stat.bytes) : '-'
    return `${bytes.padStart(8)}  ${stat.kind === 'file' ? toTime(stat.changed) : ' '.repeat(16)}  ${title}`
  })
  if (shown.length === 0) return ''
  const isColumn = flags.has('l') || flags.has('1') || !stdout.isTerminal
  return `${shown.join(isColumn ? '\n' : '  ')}\n`
}

function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')
}
