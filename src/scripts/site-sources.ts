import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'

/** Lists the files and folders that the built site is made from, as paths below the root of the checkout. */
export async function listSiteSources(): Promise<string[]> {
  const names = await readdir(join(root, 'src'))
  const ofSite = names.filter((name) => !elsewhere.includes(name)).map((name) => `src/${name}`)
  return [...ofSite, ...others]
}

/** What of `src` the site is not made from: a new folder counts until it is named here. */
const elsewhere = ['README.md', 'scripts', 'service']

const others = [
  'src/scripts/site-build',
  'lessons',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
