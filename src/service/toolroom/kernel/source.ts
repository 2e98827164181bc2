import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ToolroomError } from '../toolroom-error.ts'
import { fetchSource } from './fetch-source.ts'

/** The source of a kernel, which is only ever read. */
export interface KernelSource {
  folder: string
  /** Such as `7.3.4`. */
  version: string
  /** Where it is from, such as Debian's package and its version. */
  origin: string
}

/** `LINUX_SOURCE` if it is set, else the source that the distribution has, which is fetched once into the cache. */
export async function findSource(
  cache: string,
  release: string,
  onStep: (step: string) => void = () => {},
): Promise<KernelSource> {
  const own = process.env.LINUX_SOURCE
  if (own) return await openSource(resolve(own), release, 'a folder of the machine where it was built')
  const { folder, origin } = await fetchSource(cache, release, onStep)
  return await openSource(folder, release, origin)
}

async function openSource(folder: string, release: string, origin: string): Promise<KernelSource> {
  const version = readVersion(await readFile(join(folder, 'Makefile'), 'utf8').catch(() => ''))
  if (version === undefined) throw unfit(`${folder} is not a source tree of Linux.`)
  if (!version.startsWith(`${release}.`)) throw unfit(`${folder} is Linux ${version}, not ${release}.`)
  if (await isBuiltIn(folder)) throw unfit(`${folder} has been built in, which spoils it for other builds.`)
  return { folder, version, origin }
}

/** What a top Makefile of Linux says; undefined if it is none. */
export function readVersion(makefile: string): string | undefined {
  const parts = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(
    (name) => new RegExp(`^${name} = (\\d+)$`, 'm').exec(makefile)?.[1],
  )
  return parts.includes(undefined) ? undefined : parts.join('.')
}

async function isBuiltIn(folder: string): Promise<boolean> {
  return stat(join(folder, '.config')).then(
    () => true,
    () => false,
  )
}

function unfit(reason: string): ToolroomError {
  return new ToolroomError(
    reason,
    'Let LINUX_SOURCE name a clean source tree of Linux 7.3, or unset it to have one fetched.',
  )
}
