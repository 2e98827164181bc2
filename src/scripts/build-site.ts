import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bin } from './bin.ts'
import { hashFiles } from './hash-files.ts'
import { root } from './root.ts'
import { runCommand } from './run-command.ts'
import { listSiteSources } from './site-sources.ts'

/** The folder of the built site. */
export const dist = join(root, 'dist')

/** Says what the site was built from. */
const marker = '.built-from'

/** Where a site is built, and with which settings of the environment. */
export interface SiteBuild {
  folder: string
  settings: { BASE_PATH?: string; SITE_URL?: string; PRECOMPRESS?: string }
}

/** The site that `npm run build` makes. */
export const siteBuild: SiteBuild = { folder: dist, settings: {} }

/** One for a path of its host: only for tests. */
export const siteBelowPath = {
  folder: `${dist}.course`,
  settings: { BASE_PATH: '/course/', SITE_URL: 'https://example.org', PRECOMPRESS: '0' },
} satisfies SiteBuild

/** Builds a site and puts it in the place of the old one; false if that failed, and then the reason was printed. */
export async function buildSite({ quiet }: { quiet: boolean }, build = siteBuild): Promise<boolean> {
  const sources = await hashSources(build)
  const next = `${build.folder}.next`
  const { code, output } = await runCommand([...bin('astro'), 'build', '--outDir', next], {
    ...{ cwd: root, quiet },
    env: build.settings,
  })
  if (code !== 0) console.error(output)
  else await replaceSite(build.folder, next, sources)
  return code === 0
}

/** At once, so that a server of the old site is never without pages. */
async function replaceSite(folder: string, next: string, sources: string): Promise<void> {
  await writeFile(join(next, marker), sources)
  const old = `${folder}.old`
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch(() => {})
  await rename(next, folder)
  await rm(old, { recursive: true, force: true })
}

/** Is true if what is in its folder was made from the sources as they are now, for the same service, address and path. */
export async function isSiteFresh(build = siteBuild): Promise<boolean> {
  const builtFrom = await readFile(join(build.folder, marker), 'utf8').catch(() => undefined)
  return builtFrom !== undefined && builtFrom === (await hashSources(build))
}

async function hashSources({ settings }: SiteBuild): Promise<string> {
  return `${await hashFiles(root, await listSiteSources())} ${describe({ ...process.env, ...settings })}\n`
}

const namedSettings = ['SERVICE_URL', 'SITE_URL', 'BASE_PATH', 'REPORT_URL', 'SERVICE_ORIGINS'] as const

/** What the site is built for, besides its sources. */
function describe(environment: NodeJS.ProcessEnv): string {
  return namedSettings
    .map((name) => environment[name] ?? '')
    .join(' ')
    .trimEnd()
}
