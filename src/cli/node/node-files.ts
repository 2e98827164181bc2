import { watch } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileError, type Files } from '../host.ts'

/** The files of the machine. */
export const nodeFiles: Files = {
  async stat(path) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw toFileError(error, path, 'looked at')
    })
    if (!found) return undefined
    if (found.isDirectory()) return { kind: 'folder' }
    if (found.isFile()) return { kind: 'file', bytes: found.size }
    throw new FileError(`«${path}» is neither a file nor a folder.`)
  },
  read: (path) => readFile(path).catch((error) => raise(error, path, 'read')),
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error) =>
      raise(error, folder, 'read'),
    )
    const own = entries.filter((entry) => entry.isFile() || entry.isDirectory())
    return own.map(({ name }) => name).sort()
  },
  write: (path, content) => writeWhole(path, content).catch((error) => raise(error, path, 'written')),
  addressOf: (path) => pathToFileURL(resolve(path)).href,
  watch(path, onChange, signal) {
    const watcher = watch(path, { recursive: true, signal }, onChange)
    watcher.on('error', () => {})
  },
}

/** Beside it first: what was there stays if this fails, as on a full disk. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const next = join(folder, `.${basename(path)}.${process.pid}.new`)
  try {
    await writeFile(next, content)
    await rename(next, path)
  } catch (error) {
    await rm(next, { force: true })
    throw error
  }
}

function raise(error: NodeJS.ErrnoException, path: string, done: string): never {
  throw toFileError(error, path, done)
}

function toFileError({ code, message }: NodeJS.ErrnoException, path: string, done: string): FileError {
  return new FileError(`«${path}» could not be ${done}: ${reasons[code ?? ''] ?? message}.`)
}

const reasons: Record<string, string> = {
  ENOENT: 'it is not there',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'something above it is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file is in the way',
}
