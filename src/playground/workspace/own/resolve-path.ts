/** Gives the absolute path that a path means in a folder; `..` at the root stays there. */
export function resolvePath(folder: string, path: string): string {
  const names = path.startsWith('/') ? path.split('/') : [...folder.split('/'), ...path.split('/')]
  const kept: string[] = []
  for (const name of names) {
    if (name === '..') kept.pop()
    else if (name !== '' && name !== '.') kept.push(name)
  }
  return `/${kept.join('/')}`
}

/** Gives the folder that something is in; of the root, the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

/** Gives the last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
