import type { Files } from '../host.ts'
import { joinPath, folderOf } from './paths.ts'
import { mostFiles, readText } from './read-text.ts'

/** Reads a root file and the files beside and below it that it asks for by `mod name;` or `#include "name"`: path → text. */
export async function followModules(files: Files, root: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = { [root]: await readText(files, root) }
  const waiting = candidatesOf(root, texts[root]!, folderOf(root))
  while (waiting.length > 0 && Object.keys(texts).length <= mostFiles) {
    const path = await findFirst(files, waiting.shift()!)
    if (path === undefined || Object.hasOwn(texts, path)) continue
    texts[path] = await readText(files, path)
    waiting.push(...candidatesOf(path, texts[path], moduleFolder(path)))
  }
  return texts
}

/** Of each thing that is asked for, where it may be. What is not there the compiler tells best. */
function candidatesOf(path: string, text: string, folder: string): string[][] {
  if (path.endsWith('.rs'))
    return modulesOf(text).map((name) =>
      [`${name}.rs`, `${name}/mod.rs`].map((file) => joinPath(folder, file)),
    )
  return includesOf(text).map((name) => [joinPath(folderOf(path), name)])
}

function modulesOf(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(?:pub(?:\([a-z]{1,20}\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm)].map(
    ([, name]) => name!,
  )
}

function includesOf(text: string): string[] {
  const names = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([\w./-]+)"/gm)].map(([, name]) => name!)
  return names.filter((name) => !name.split('/').includes('..') && !name.startsWith('/'))
}

async function findFirst(files: Files, paths: string[]): Promise<string | undefined> {
  for (const path of paths) if ((await files.stat(path))?.kind === 'file') return path
  return undefined
}

/** `ring.rs` has its modules in `ring/`, `ring/mod.rs` beside itself. */
function moduleFolder(path: string): string {
  return path.endsWith('/mod.rs') ? folderOf(path) : path.replace(/\.\w+$/, '')
}
