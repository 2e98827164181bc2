import type { FileTree } from '../file-tree.ts'
import { resolvePath } from '../resolve-path.ts'

/** A part of a word: a text as it is, or `*`, `?` or `[…]`. */
export interface Piece {
  text: string
  isPattern: boolean
}

/** Expands a word with patterns to the paths that are there; to itself where there are none. */
export function expandGlob(pieces: Piece[], tree: FileTree, folder: string): string[] {
  const word = pieces.map(({ text }) => text).join('')
  if (!pieces.some(({ isPattern }) => isPattern)) return [word]
  const found = toNames(pieces).reduce<string[]>(
    (paths, name) => paths.flatMap((path) => descend(path, name, { tree, folder })),
    [''],
  )
  return found.length > 0 ? found.sort() : [word]
}

/** The pieces of each name of a path. */
function toNames(pieces: Piece[]): Piece[][] {
  const names: Piece[][] = [[]]
  for (const { text, isPattern } of pieces) {
    const [first = '', ...others] = isPattern ? [text] : text.split('/')
    names.at(-1)!.push({ text: first, isPattern })
    for (const other of others) names.push([{ text: other, isPattern }])
  }
  return names
}

function descend(
  path: string,
  name: Piece[],
  { tree, folder }: { tree: FileTree; folder: string },
): string[] {
  const text = name.map((piece) => piece.text).join('')
  const join = (next: string) => (path === '' ? next : `${path === '/' ? '' : path}/${next}`)
  const isThere = (next: string) => tree.stat(resolvePath(folder, next)) !== undefined
  if (!name.some(({ isPattern }) => isPattern)) {
    const next = text === '' && path === '' ? '/' : join(text)
    return isThere(next) ? [next] : []
  }
  const above = resolvePath(folder, path || '.')
  if (tree.stat(above)?.kind !== 'folder') return []
  const pattern = toRegExp(name)
  const isHidden = (entry: string) => entry.startsWith('.') && !text.startsWith('.')
  return tree
    .list(above)
    .filter((entry) => pattern.test(entry) && !isHidden(entry))
    .map(join)
}

function toRegExp(name: Piece[]): RegExp {
  const source = name.map(({ text, isPattern }) => (isPattern ? toSource(text) : escape(text))).join('')
  return new RegExp(`^${source}$`, 's')
}

/** Of several stars in a row one is enough: more would take for ever. */
function toSource(pattern: string): string {
  if (pattern.startsWith('*')) return '.*'
  if (pattern === '?') return '.'
  const inside = pattern.slice(1, -1).replace(/^[!^]/, '')
  const isNot = /^\[[!^]/.test(pattern)
  return `[${isNot ? '^' : ''}${inside.replaceAll(/[\\\]^[]/g, '\\$&')}]`
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
