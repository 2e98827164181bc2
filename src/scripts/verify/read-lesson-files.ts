import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads every file below the folder of lessons: path below it → text. */
export async function readLessonFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
  )
  return Object.fromEntries(texts)
}

/** Lists the folders of all lessons, in reading order, such as `03-ownership/02-borrow-deadline`. */
export function listLessons(files: Record<string, string>): string[] {
  return Object.keys(files)
    .flatMap((path) => /^([^/]+\/[^/]+)\/lesson\.mdx$/.exec(path)?.[1] ?? [])
    .sort()
}
