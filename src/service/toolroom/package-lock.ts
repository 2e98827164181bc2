import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFile } from './hash-tree.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Debian packages as `name_version_architecture` → SHA-256. */
export type Packages = Record<string, string>

/** The lock that comes with this version of No Oops. */
export const lockFile = join(import.meta.dirname, 'packages.lock')

/** Hashes the packages in a folder of downloads; what else lies there is left out. */
export async function readPackages(archives: string): Promise<Packages> {
  const files = existsSync(archives) ? await readdir(archives) : []
  const packages: Packages = {}
  for (const file of files.toSorted()) {
    const name = /^([^_]+_[^_]+_[^_]+)\.deb$/.exec(file)?.[1]
    if (name) packages[name.replace('%3a', ':')] = await hashFile(join(archives, file))
  }
  return packages
}

/** Reads the lock that comes with this version of No Oops. */
export function readLock(text = readFileSync(lockFile, 'utf8')): Packages {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(lines.map((line) => line.split('  ').toReversed() as [string, string]))
}

/** Writes a lock of packages, sorted, as `readLock` reads it. */
export function toLockText(packages: Packages): string {
  const head = readFileSync(lockFile, 'utf8').split('\n')[0]
  const lines = Object.keys(packages)
    .toSorted()
    .map((name) => `${packages[name]}  ${name}`)
  return `${[head, ...lines].join('\n')}\n`
}

/** Throws `ToolroomError` if a package that the lock knows by name and version has another content. */
export function refuseAltered(packages: Packages, lock: Packages): void {
  const altered = Object.keys(packages).find(
    (name) => lock[name] !== undefined && lock[name] !== packages[name],
  )
  if (altered === undefined) return
  throw new ToolroomError(
    `The package ${altered} is not the one that No Oops was tried with: its SHA-256 differs.`,
    'Take packages from another mirror: set TOOLROOM_MIRROR, then npm run toolroom -- clean and make.',
  )
}

/** Lists the packages that the lock does not know, each with the version that it does, such as `lld-19 1:19.1.7-4 (locked: 1:19.1.7-3)`. */
export function findUnlocked(packages: Packages, lock: Packages): string[] {
  const locked = new Map(Object.keys(lock).map((entry) => [nameOf(entry), versionOf(entry)]))
  return Object.keys(packages)
    .filter((entry) => lock[entry] === undefined)
    .map((entry) => `${nameOf(entry)} ${versionOf(entry)} (locked: ${locked.get(nameOf(entry)) ?? 'none'})`)
}

function nameOf(entry: string): string {
  return entry.split('_')[0]!
}

function versionOf(entry: string): string {
  return entry.split('_')[1]!
}
