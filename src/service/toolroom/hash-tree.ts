import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Gives one SHA-256 for all that a folder holds: paths, contents, links, and what may be run. */
export async function hashTree(folder: string): Promise<string> {
  const all = createHash('sha256')
  for await (const line of describe(folder, '.')) all.update(`${JSON.stringify(line)}\n`)
  return all.digest('hex')
}

/** Gives the SHA-256 of a file. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function* describe(folder: string, path: string): AsyncGenerator<string[]> {
  const file = join(folder, path)
  const kind = await lstat(file)
  if (kind.isSymbolicLink()) yield ['link', path, await readlink(file)]
  else if (kind.isFile()) yield [kind.mode & 0o100 ? 'program' : 'file', path, await hashFile(file)]
  else if (!kind.isDirectory()) yield ['other', path]
  else {
    yield ['folder', path]
    for (const name of (await readdir(file)).toSorted()) yield* describe(folder, `${path}/${name}`)
  }
}
