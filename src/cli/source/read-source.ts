import type { Language, Target } from '#protocol/compile.ts'
import { wrongUse } from '../command-failure.ts'
import type { Host } from '../host.ts'
import { findInFolder } from './find-in-folder.ts'
import { followModules } from './follow-modules.ts'
import { baseOf, folderOf, relativeTo } from './paths.ts'
import { readText, decode } from './read-text.ts'
import type { Root, Source, SourceOptions } from './source.ts'
import { toSourceFiles } from './to-source-files.ts'

/**
 * Reads what the user names: a folder, the root file of a program with the files that it asks for, several files that are
 * taken as they are, or `-` for standard input. Throws a `CommandFailure` or a `FileError` that says what is wrong with it.
 */
export async function readSource(host: Host, paths: string[], options: SourceOptions): Promise<Source> {
  const [first = '.', ...others] = paths
  if (others.length > 0) return toSource(await readNamed(host, paths), options)
  if (first === '-') return toSource(await readInput(host), options)
  const stat = await host.files.stat(first)
  if (!stat) throw wrongUse(`There is no «${first}» here.`)
  if (stat.kind === 'folder') return toSource(await readFolder(host, first, options), options)
  return toSource(await readRoot(host, first), options)
}

/** A program as it lies on the disk. */
export interface FoundProgram {
  /** Path of the root file, as the user would write it. */
  root: string
  /** Path → text. */
  texts: Record<string, string>
}

async function readNamed({ files }: Host, paths: string[]): Promise<FoundProgram> {
  const texts: Record<string, string> = {}
  for (const path of paths) texts[path] = await readText(files, path)
  return { root: paths.find((path) => isRootName(baseOf(path))) ?? paths[0]!, texts }
}

function isRootName(name: string): boolean {
  return ['main.rs', 'driver.rs', 'driver.c'].includes(name)
}

async function readInput({ stdin, signal }: Host): Promise<FoundProgram> {
  return {
    root: standardInput,
    texts: { [standardInput]: decode(await stdin.readAll(signal), 'standard input') },
  }
}

/** Its name in what is said of it. */
const standardInput = '<stdin>'

async function readFolder(
  { files }: Host,
  folder: string,
  { language }: SourceOptions,
): Promise<FoundProgram> {
  const { root, paths } = await findInFolder(files, folder, language)
  const texts: Record<string, string> = {}
  for (const path of paths) texts[path] = await readText(files, path)
  return { root, texts }
}

async function readRoot({ files }: Host, path: string): Promise<FoundProgram> {
  return { root: path, texts: await followModules(files, path) }
}

function toSource({ root, texts }: FoundProgram, options: SourceOptions): Source {
  const language = options.language ?? languageOf(root, texts[root]!)
  const target = options.target ?? targetOf(language, texts[root]!)
  if (target === 'userspace' && language === 'c')
    throw wrongUse('C is compiled for the kernel only. Leave «--target userspace» out.')
  const name = toRoot(target, language)
  const folder = folderOf(root)
  const sent = Object.entries(texts).map(([path, text]) => ({
    path,
    name: path === root ? name : relativeTo(folder, path),
    text,
  }))
  return { target, language, root: name, ...toSourceFiles(sent) }
}

function languageOf(root: string, text: string): Language {
  if (/\.[ch]$/.test(root)) return 'c'
  if (root.endsWith('.rs')) return 'rust'
  return /^[ \t]*#[ \t]*include\b/m.test(text) ? 'c' : 'rust'
}

/** Who writes a module names the kernel crate. */
function targetOf(language: Language, text: string): Target {
  return language === 'c' || /\bkernel::|^[ \t]*(kernel::)?module\w*![ \t]*\{/m.test(text)
    ? 'kernel'
    : 'userspace'
}

function toRoot(target: Target, language: Language): Root {
  if (target === 'userspace') return 'main.rs'
  return language === 'rust' ? 'driver.rs' : 'driver.c'
}
