import { readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prelink } from './prelink.ts'

/**
 * Has the tree's large libraries load as they are in the file: rustc and clang begin twice as fast. A third of a check
 * went into writing half a million addresses into pages that every process then has for itself. `names` are how the names
 * of the libraries begin; those that are not there are passed over.
 */
export async function prelinkLibraries(tree: string, names: readonly string[]): Promise<void> {
  for (const folder of await libraryFolders(tree)) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const index = names.findIndex((beginning) => entry.isFile() && entry.name.startsWith(beginning))
      if (index !== -1) await prelinkFile(join(folder, entry.name), addressOf(index))
    }
  }
}

async function libraryFolders(tree: string): Promise<string[]> {
  const folder = join(tree, 'usr/lib')
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith('-linux-gnu')).map((name) => join(folder, name))
}

/** Rooms share the bytes of files, so a new file takes its place. */
async function prelinkFile(path: string, base: number): Promise<void> {
  const library = prelink(await readFile(path), base)
  if (!library) return
  await writeFile(`${path}.new`, library, { mode: 0o644 })
  await rename(`${path}.new`, path)
}

/** Far from where the kernel puts programs, their heap and stack, and 64 GiB from the next library. */
function addressOf(index: number): number {
  return 2 ** 44 + index * 2 ** 36
}
