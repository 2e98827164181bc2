/** Joins a folder and a path in it; the current folder is not named. */
export function joinPath(folder: string, path: string): string {
  if (folder === '' || folder === '.') return path
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`
}

/** Gives the folder that a file is in; empty for the current one. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/')
  return at < 0 ? '' : path.slice(0, at) || '/'
}

/** Gives the last name of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Gives a path as seen from a folder above it; unchanged if it is not below it. */
export function relativeTo(folder: string, path: string): string {
  const prefix = joinPath(folder, '')
  return path.startsWith(prefix) ? path.slice(prefix.length) : path
}
