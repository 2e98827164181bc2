import type { Language } from '#protocol/compile.ts'
import { wrongUse } from '../command-failure.ts'
import type { Files } from '../host.ts'
import { baseOf, joinPath, relativeTo } from './paths.ts'

/** The root file of the program in a folder, and all files of its language below the root's own folder. */
export interface FolderProgram {
  root: string
  paths: string[]
}

/** Looks for the program in a folder. Throws a `CommandFailure` where there is none or more than one. */
export async function findInFolder(
  files: Files,
  folder: string,
  language?: Language,
): Promise<FolderProgram> {
  const all = await listBelow(files, folder)
  const root = chooseRoot(all, folder, language ?? (await languageOfLesson(files, folder)))
  const within = root.slice(0, root.length - baseOf(root).length)
  const isOfProgram = root.endsWith('.rs') ? /\.rs$/ : /\.[ch]$/
  return { root, paths: all.filter((path) => path.startsWith(within) && isOfProgram.test(path)) }
}

/** Lists in which languages a folder has a driver, C first; none where a program of userspace stands beside them, or where it is that of a lesson. */
export async function listDrivers(files: Files, folder: string): Promise<Language[]> {
  if (await languageOfLesson(files, folder)) return []
  const has = async (name: string) => (await files.stat(joinPath(folder, name)))?.kind === 'file'
  if ((await has('main.rs')) || (await has('src/main.rs'))) return []
  const [c, rust] = await Promise.all(['driver.c', 'driver.rs'].map(has))
  return [...(c ? (['c'] as const) : []), ...(rust ? (['rust'] as const) : [])]
}

/** In the folder of a lesson the reader's program is meant, which is Rust. */
async function languageOfLesson(files: Files, folder: string): Promise<Language | undefined> {
  return (await files.stat(joinPath(folder, '.no-oops.json'))) ? 'rust' : undefined
}

/** Lists the files of Rust and C in a folder and below it. */
export async function listSources(files: Files, folder: string): Promise<string[]> {
  return (await listBelow(files, folder)).filter((path) => /\.(rs|c|h)$/.test(path))
}

function chooseRoot(paths: string[], folder: string, language: Language | undefined): string {
  const named = language ? rootNames.filter((name) => name.endsWith('.c') === (language === 'c')) : rootNames
  const found = named.map((name) => joinPath(folder, name)).filter((path) => paths.includes(path))
  if (found.length > 1)
    throw wrongUse(
      `«${folder}» has ${found.map((path) => relativeTo(folder, path)).join(' and ')}. Name the file, or say --language.`,
    )
  if (found.length === 1) return found[0]!
  const sources = paths.filter((path) =>
    (language === 'c' ? /\.c$/ : language ? /\.rs$/ : /\.(rs|c)$/).test(path),
  )
  if (sources.length === 1) return sources[0]!
  throw wrongUse(
    sources.length === 0
      ? `There is no Rust or C in «${folder}».`
      : `«${folder}» has none of ${rootNames.join(', ')}. Name the root file of the program.`,
  )
}

const rootNames = ['main.rs', 'driver.rs', 'driver.c', 'src/main.rs']

/** Those of hidden folders and of what tools make are left out, and so is what lies deeper than anybody looks. */
async function listBelow(files: Files, folder: string, depth = 0): Promise<string[]> {
  const found: string[] = []
  for (const name of await files.list(folder)) {
    if (name.startsWith('.') || skipped.includes(name)) continue
    const path = joinPath(folder, name)
    const stat = await files.stat(path)
    if (stat?.kind === 'file') found.push(path)
    if (stat?.kind === 'folder' && depth < mostDeep) found.push(...(await listBelow(files, path, depth + 1)))
    if (found.length > mostListed)
      throw wrongUse(`«${folder}» has more than ${mostListed} files. Name the root file of the program.`)
  }
  return found
}

const skipped = ['target', 'node_modules']
const mostDeep = 6
const mostListed = 2000
