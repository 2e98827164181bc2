import { folderOf, resolvePath } from './resolve-path.ts'

/** Files and folders in memory; paths are absolute, and the root is always there. */
export interface FileTree {
  stat(path: string): FileStat | undefined
  /** Throws a `FileFault`, as do those below. */
  read(path: string): Uint8Array
  /** The names in a folder, sorted. */
  list(folder: string): string[]
  /** Makes the folders above it, too. */
  write(path: string, content: Uint8Array): void
  makeFolder(path: string): void
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void
  rename(from: string, to: string): void
  /** The paths of all files, sorted. */
  all(): string[]
  /** Calls back with each path that was written or removed. */
  watch(onChange: (path: string) => void): () => void
}

export type FileStat = { kind: 'file'; bytes: number; changed: number } | { kind: 'folder' }

/** Something that can't be done with a file; the message says why, as other shells say it. */
export class FileFault extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

interface StoredFile {
  content: Uint8Array
  changed: number
}

/** Most bytes of one file, and of all: it is the reader's memory. */
export const mostBytes = { file: 8_000_000, all: 64_000_000 }

/** Creates an empty tree. */
export function createFileTree(): FileTree {
  const files = new Map<string, StoredFile>()
  const folders = new Set(['/'])
  const watchers = new Set<(path: string) => void>()
  const tell = (path: string) => watchers.forEach((watcher) => watcher(path))
  const below = (folder: string) => (folder === '/' ? '/' : `${folder}/`)
  const filesIn = (folder: string) => [...files.keys()].filter((path) => path.startsWith(below(folder)))

  function makeFolder(path: string) {
    if (files.has(path)) throw new FileFault(path, 'Not a directory')
    if (folders.has(path)) return
    makeFolder(folderOf(path))
    folders.add(path)
  }
  function put(path: string, content: Uint8Array) {
    if (folders.has(path)) throw new FileFault(path, 'Is a directory')
    makeFolder(folderOf(path))
    const others = [...files].reduce((sum, [at, file]) => (at === path ? sum : sum + file.content.length), 0)
    const isTooMuch = content.length > mostBytes.file || others + content.length > mostBytes.all
    if (isTooMuch) throw new FileFault(path, 'No space left on device')
    files.set(path, { content, changed: Date.now() })
  }
  function stat(path: string): FileStat | undefined {
    const file = files.get(path)
    if (file) return { kind: 'file', bytes: file.content.length, changed: file.changed }
    return folders.has(path) ? { kind: 'folder' } : undefined
  }
  function need(path: string): FileStat {
    const found = stat(path)
    if (!found) throw new FileFault(path, 'No such file or directory')
    return found
  }
  function forget(path: string): string[] {
    if (files.delete(path)) return [path]
    const gone = filesIn(path)
    for (const file of gone) files.delete(file)
    const inside = [...folders].filter((folder) => folder === path || folder.startsWith(below(path)))
    for (const folder of inside) if (folder !== '/') folders.delete(folder)
    return gone
  }
  return {
    stat,
    makeFolder,
    read(path) {
      if (need(path).kind === 'folder') throw new FileFault(path, 'Is a directory')
      return files.get(path)!.content
    },
    list(folder) {
      if (need(folder).kind === 'file') throw new FileFault(folder, 'Not a directory')
      const paths = [...files.keys(), ...folders].filter((path) => path !== '/' && folderOf(path) === folder)
      return paths.map((path) => path.slice(below(folder).length)).sort()
    },
    write: (path, content) => (put(path, content), tell(path)),
    remove: (path) => (need(path), forget(path).forEach(tell)),
    rename(from, to) {
      const { kind } = need(from)
      if (from === to) return
      if (to.startsWith(below(from))) throw new FileFault(to, 'Cannot move a directory into itself')
      if (kind === 'folder' && files.has(to)) throw new FileFault(to, 'Not a directory')
      if (kind === 'folder') makeFolder(to)
      const moved = kind === 'file' ? [from] : filesIn(from)
      for (const path of moved) put(to + path.slice(from.length), files.get(path)!.content)
      const subfolders = [...folders].filter((folder) => folder.startsWith(below(from)))
      for (const folder of subfolders) makeFolder(to + folder.slice(from.length))
      forget(from)
      moved.flatMap((path) => [path, to + path.slice(from.length)]).forEach(tell)
    },
    all: () => [...files.keys()].sort(),
    watch: (onChange) => (watchers.add(onChange), () => void watchers.delete(onChange)),
  }
}

/** Reads a path as a file's text; bytes that are no UTF-8 become U+FFFD. */
export function readText(tree: FileTree, folder: string, path: string): string {
  return new TextDecoder().decode(tree.read(resolvePath(folder, path)))
}
