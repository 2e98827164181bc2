import { posix } from 'node:path'
import ts from 'typescript'
import { findBareAddresses } from './find-bare-addresses.ts'
import { findCircles } from './find-circles.ts'
import { findOldWords, oldWords } from './old-words.ts'
import { type Import, readImports } from './read-imports.ts'
import { guardedPackages, type Room, rooms } from './rooms.ts'

/** What is wrong with how the source is put together, and what to do about it. */
export interface Fault {
  /** Such as `src/story/rails.ts`. */
  path: string
  /** From 1. */
  line: number
  message: string
}

/** Looks for arrows that may not be, circles of files, old words in names, and addresses that only hold at the root of a host. `files`: path from the root → text. */
export function findFaults(files: Readonly<Record<string, string>>): Fault[] {
  const entries = Object.entries(files)
  const imports = new Map(entries.map(([path, text]) => [path, readImports(path, text)]))
  return [
    ...[...imports].flatMap(([path, found]) => found.flatMap((one) => toWrongArrow(path, one))),
    ...toCircleFaults(imports),
    ...entries.flatMap(([path, text]) => toWordFaults(path, text)),
    ...entries.flatMap(([path, text]) => toAddressFaults(path, text)),
  ]
}

function toWrongArrow(path: string, found: Import): Fault[] {
  const message = isInSource(path)
    ? (complainOfPackage(path, found) ?? complainOfArrow(path, found))
    : undefined
  return message === undefined ? [] : [{ path, line: found.line, message }]
}

function isInSource(path: string): boolean {
  return path.startsWith('src/')
}

function complainOfPackage(path: string, { specifier }: Import): string | undefined {
  const isNamed = (name: string): boolean => specifier === name || specifier.startsWith(`${name}/`)
  const guarded = guardedPackages.find(({ names }) => names.some(isNamed))
  if (!guarded || guarded.rooms.some((room) => path.startsWith(`src/${room}/`))) return undefined
  return `${specifier} belongs to ${guarded.rooms.map((room) => `src/${room}`).join(', ')}: ${guarded.reason}.`
}

function complainOfArrow(path: string, { specifier, isType }: Import): string | undefined {
  const target = toPath(path, specifier)
  if (target === undefined || !isInSource(target)) return undefined
  const [from, to] = [roomOf(path), roomOf(target)]
  if (!from || from === to) return undefined
  if (!to) return `${target} is in no room of src/scripts/house/rooms.ts. Put it into one.`
  if (!/^#|\.css(\?|$)/.test(specifier) && topOf(path) !== topOf(target))
    return `Name another folder of src by its alias, as in #protocol/boot.ts.`
  if (!from.imports.includes(to.folder)) return complainOfRoom(from, to)
  const values = from.valuesOf?.[to.folder]
  if (!values || isType || values.some((file) => target === `src/${to.folder}/${file}`)) return undefined
  return `src/${from.folder} uses types of src/${to.folder}, and values only of ${values.join(', ')}. Write «import type».`
}

function complainOfRoom(from: Room, to: Room): string {
  const below = from.imports.map((folder) => `src/${folder}`).join(', ') || 'no other folder'
  return `src/${from.folder} imports ${below}, and so not src/${to.folder}. Move what is shared further down.`
}

/** The path that an import means; undefined for a package. */
function toPath(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return `src/${bare.slice(1)}`
  return bare.startsWith('.') ? posix.join(posix.dirname(from), bare) : undefined
}

function roomOf(path: string): Room | undefined {
  return rooms.find(({ folder }) => path.startsWith(`src/${folder}/`))
}

function topOf(path: string): string {
  return path.split('/')[1]!
}

function toCircleFaults(imports: ReadonlyMap<string, Import[]>): Fault[] {
  const arrows = new Map(
    [...imports].map(([path, found]) => [
      path,
      found.flatMap(({ specifier }) => toPath(path, specifier) ?? []),
    ]),
  )
  return findCircles(arrows).map((circle) => ({
    path: circle[0]!,
    line: 1,
    message: `These files import each other: ${circle.join(', ')}. Give what they share a file of its own.`,
  }))
}

function toWordFaults(path: string, text: string): Fault[] {
  if (path.includes('/scripts/bench')) return []
  const named = [{ name: path, line: 1 }, ...readExports(path, text)]
  return named.flatMap(({ name, line }) =>
    findOldWords(name).map((word) => ({
      path,
      line,
      message: `«${word}» in ${name} is a word of the past. Now: ${oldWords[word]}.`,
    })),
  )
}

function toAddressFaults(path: string, text: string): Fault[] {
  return findBareAddresses(path, text).map(({ line, written }) => ({
    path,
    line,
    message: `«${written}» is wrong where the site is built for a path. Give the address to sitePath() of #protocol/site-path.ts.`,
  }))
}

function readExports(path: string, text: string): { name: string; line: number }[] {
  if (path.endsWith('.astro')) return []
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return source.statements.filter(isExported).flatMap((statement) =>
    namesOf(statement).map((name) => ({
      name: name.getText(source),
      line: source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1,
    })),
  )
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  )
}

function namesOf(statement: ts.Statement): ts.Node[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name)
  const { name } = statement as ts.Statement & { name?: ts.Node }
  return name ? [name] : []
}
