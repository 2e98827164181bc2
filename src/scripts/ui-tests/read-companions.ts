import { readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SourcePath } from '#protocol/compile.ts'
import type { UiTest } from './ui-test.ts'

/** Reads the other files that a test is made of: its modules and what it includes, as far as they lie below its folder. */
export async function readCompanions({ folder, file, source }: UiTest): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  const stem = file.replace(/\.rs$/, '')
  const pending = namesIn(source, '', stem)
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (name === file || files[name] || !SourcePath.safeParse(name).success) continue
    const bytes = await readBelow(folder, name)
    if (!bytes) continue
    files[name] = bytes
    const text = Buffer.from(bytes).toString()
    pending.push(...namesIn(text, name.replace(/[^/]*$/, ''), name.replace(/^.*\/|\.rs$/g, '')))
  }
  return files
}

/** A link may lead out of the folder, to what is no part of a test. */
async function readBelow(folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    const [base, path] = await Promise.all([realpath(folder), realpath(join(folder, name))])
    return path.startsWith(`${base}/`) && (await stat(path)).isFile() ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}

/** Where rustc could look for what a file in `folder` names. */
function namesIn(text: string, folder: string, stem: string): string[] {
  const modules = [...text.matchAll(/\bmod\s+(?:r#)?(\w+)\s*;/g)].map(([, name]) => name!)
  const quoted = [...text.matchAll(/"([\w./-]+)"/g)].map(([, name]) => name!.replace(/^\.\//, ''))
  const places = [folder, `${folder}${stem}/`]
  return [
    ...places.flatMap((place) => modules.flatMap((name) => [`${place}${name}.rs`, `${place}${name}/mod.rs`])),
    ...quoted.map((name) => `${folder}${name}`),
  ]
}
