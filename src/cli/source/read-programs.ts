import type { Host } from '../host.ts'
import { listDrivers } from './find-in-folder.ts'
import { readSource } from './read-source.ts'
import type { Source, SourceOptions } from './source.ts'

/** Reads what the user names; of a folder with a driver in C and its twin in Rust, both. */
export async function readPrograms(host: Host, paths: string[], options: SourceOptions): Promise<Source[]> {
  const [folder = '.', ...others] = paths
  const isAny = others.length === 0 && options.language === undefined
  const languages = isAny ? await listDrivers(host.files, folder) : []
  if (languages.length < 2) return [await readSource(host, paths, options)]
  return Promise.all(languages.map((language) => readSource(host, [folder], { ...options, language })))
}
