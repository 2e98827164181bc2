import { chmod, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that can be made again, in a folder: those not asked for the longest go when there is no more room. */
export interface FileStore {
  /** Undefined if there is no such file. */
  get(name: string): Promise<StoredFile | undefined>
  /** Undefined if there is no room for it: what is there is in use, or the disk is full. */
  put(name: string, content: Uint8Array): Promise<StoredFile | undefined>
}

/** A file that jobs may read where it is. */
export interface StoredFile {
  readonly path: string
  /** Keeps the file where it is until the function that this gives is called, once. */
  hold(): () => void
}

/** Whether what a job is given is such a file. */
export function isStored(file: string | Uint8Array | StoredFile): file is StoredFile {
  return typeof file === 'object' && 'path' in file
}

/**
 * Opens a store whose files never have more bytes than it may, those in use among them. What another process has put
 * there, now or in the past, is found and counts. The folder is made when it is first needed.
 */
export function openFileStore(folder: string, mostBytes: number): FileStore {
  const holders = new Map<string, number>()
  const addHolder = (name: string, more: 1 | -1): void => {
    const now = (holders.get(name) ?? 0) + more
    if (now > 0) holders.set(name, now)
    else holders.delete(name)
  }
  const toFile = (name: string): StoredFile => ({
    path: join(folder, name),
    hold() {
      addHolder(name, 1)
      return () => addHolder(name, -1)
    },
  })
  const store = async (name: string, content: Uint8Array): Promise<StoredFile | undefined> => {
    await makeFolder(folder)
    const isFree = ({ name }: Entry): boolean => !holders.has(name)
    if (!(await makeRoom({ folder, bytes: mostBytes - content.length, isFree }))) return undefined
    await write(join(folder, name), content)
    return toFile(name)
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    get: async (name) => ((await touch(join(folder, name))) ? toFile(name) : undefined),
    put(name, content) {
      // One after the other: each has to know what the one before has left.
      const stored = turn.then(() => store(name, content)).catch(() => undefined)
      turn = stored
      return stored
    },
  }
}

/** A file that was asked for is young again. */
async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

/** Open to the sandbox's unprivileged user, whatever the umask. */
async function makeFolder(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
}

interface Entry {
  name: string
  bytes: number
  /** Milliseconds since 1970. */
  asked: number
}

interface Room {
  folder: string
  /** What the files that are there may have together. */
  bytes: number
  isFree: (entry: Entry) => boolean
}

async function makeRoom({ folder, bytes, isFree }: Room): Promise<boolean> {
  const entries = await readEntries(folder)
  let left = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  for (const entry of entries.filter(isFree).toSorted((a, b) => a.asked - b.asked)) {
    if (left <= bytes) break
    await rm(join(folder, entry.name), { force: true })
    left -= entry.bytes
  }
  return left <= bytes
}

/** All of them, those too that a process left unfinished when it was killed. */
async function readEntries(folder: string): Promise<Entry[]> {
  const names = await readdir(folder)
  const entries = names.map(async (name): Promise<Entry[]> => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    return found ? [{ name, bytes: found.size, asked: found.mtimeMs }] : []
  })
  return (await Promise.all(entries)).flat()
}

/** It is on the disk before it has its name, so that none is ever found that is not whole. */
async function write(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}`
  try {
    const file = await open(unfinished, 'w', 0o644)
    try {
      await file.writeFile(content)
      await file.chmod(0o644)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
