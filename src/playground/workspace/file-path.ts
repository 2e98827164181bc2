import { t } from '#i18n/t.ts'

const longest = 200

/** Whether a path is one of the workspace's own: relative, without `..`, and with nothing in it that is not shown. */
export function isWorkspacePath(path: string): boolean {
  const names = path.split('/')
  return path.length <= longest && !/[\p{Cc}\\]/u.test(path) && names.every(isName)
}

function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name.trim() === name
}

/** Says in a sentence why a file can't have this path among the others; undefined where it can. */
export function describeBadPath(path: string, others: readonly string[]): string | undefined {
  if (path === '') return t('A file needs a name, such as ring.rs or ring/slots.rs.')
  if (path.startsWith('/')) return t('A name begins in the folder of the project, so without «/».')
  if (path.split('/').includes('..')) return t('A file can’t stand outside of the project: leave «..» out.')
  if (path.length > longest) return t('A name has at most {most} characters.', { most: longest })
  if (!isWorkspacePath(path)) return t('This can’t be the name of a file; «/» stands between folders.')
  if (others.includes(path)) return t('There is a {file} already.', { file: path })
  const clash = others.find((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
  return clash === undefined
    ? undefined
    : t('{file} is there already: one name can’t be a file and a folder.', { file: clash })
}
