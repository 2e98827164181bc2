import { z } from 'zod'
import type { SourceFiles } from '#protocol/compile.ts'
import { CommandFailure, wrongUse } from '../command-failure.ts'
import type { Files } from '../host.ts'
import { baseOf, folderOf, joinPath } from '../source/paths.ts'
import { decode, readText } from '../source/read-text.ts'

/** Says which lesson a folder is of, and how many hints were taken. */
const Mark = z.object({ lesson: z.string(), hints: z.int().min(0).max(3).default(0) })
export type Mark = z.infer<typeof Mark>

export const markFile = '.no-oops.json'

/** A folder in which a lesson is worked on. */
export interface LessonFolder {
  path: string
  mark: Mark
}

/** Finds the folder that is meant: by its path, or by the name of a lesson that was started here; the current one, if nothing is named. */
export async function findFolder(files: Files, named = '.'): Promise<LessonFolder> {
  for (const path of [named, baseOf(named.replace(/\/$/, ''))]) {
    const mark = await readMark(files, path)
    if (mark) return { path, mark }
  }
  const here = await readMark(files, '.')
  if (here && (here.lesson === named || here.lesson.endsWith(`/${named}`))) return { path: '.', mark: here }
  throw wrongUse(
    `«${named}» is no folder of a lesson: it has no ${markFile}. «no-oops lesson start SLUG» makes one; --lesson SLUG says which lesson it is.`,
  )
}

/** Reads what a folder says of itself; undefined if it is not a lesson's. Throws a `CommandFailure` for a file that cannot be read. */
export async function readMark(files: Files, folder: string): Promise<Mark | undefined> {
  const path = joinPath(folder, markFile)
  if ((await files.stat(path))?.kind !== 'file') return undefined
  const text = decode(await files.read(path), `«${path}»`)
  const mark = Mark.safeParse(parseJson(text))
  if (mark.success) return mark.data
  throw new CommandFailure(
    `«${path}» cannot be read. Write {"lesson": "SLUG"} into it, such as ownership/borrow-deadline.`,
  )
}

/** Notes something about a folder. */
export async function writeMark(files: Files, { path, mark }: LessonFolder): Promise<void> {
  await files.write(joinPath(path, markFile), `${JSON.stringify(mark, undefined, 2)}\n`)
}

/**
 * Reads the files of a program from a folder, just those that the lesson has. What is a link is not read: a folder may be a
 * stranger's. Throws a `CommandFailure` for one that is not there.
 */
export async function readProgram(files: Files, folder: string, names: string[]): Promise<SourceFiles> {
  const texts: SourceFiles = {}
  for (const name of names) {
    const path = joinPath(folder, name)
    if (!(await isThere(files, folder, name)))
      throw new CommandFailure(
        `«${path}» is not there. The lesson's own version is what «no-oops lesson start» writes.`,
      )
    texts[name] = await readText(files, path)
  }
  return texts
}

async function isThere(files: Files, folder: string, name: string): Promise<boolean> {
  const [first, ...rest] = name.split('/')
  if (!(await files.list(folder)).includes(first!)) return false
  return rest.length === 0 || isThere(files, joinPath(folder, first!), rest.join('/'))
}

/** The folder that a lesson is started in unless another is named. */
export function folderNameOf(slug: string): string {
  return baseOf(slug) || folderOf(slug)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
