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

/** Builds the site and puts it in the place of the old one; false if that failed, and then the reason was printed. */
export async function buildSite({ quiet }: { quiet: boolean }): Promise<boolean> {
  const sources = await hashSources()
  const next = `${dist}.next`
  const { code, output } = await runCommand([...bin('astro'), 'build', '--outDir', next], {
    cwd: root,
    quiet,
  })
  if (code !== 0) console.error(output)
  else await replaceSite(next, sources)
  return code === 0
}

/** At once, so that a server of the old site is never without pages. */
async function replaceSite(next: string, sources: string): Promise<void> {
  await writeFile(join(next, marker), sources)
  const old = `${dist}.old`
  await rm(old, { recursive: true, force: true })
  await rename(dist, old).catch(() => {})
  await rename(next, dist)
  await rm(old, { recursive: true, force: true })
}

/** Is true if what is in `dist` was made from the sources as they are now, for the same service and address. */
export async function isSiteFresh(): Promise<boolean> {
  const builtFrom = await readFile(join(dist, marker), 'utf8').catch(() => undefined)
  return builtFrom !== undefined && builtFrom === (await hashSources())
}

async function hashSources(): Promise<string> {
  return `${await hashFiles(root, await listSiteSources())} ${toSettings()}\n`
}

function toSettings(): string {
  return [process.env.SERVICE_URL ?? '', process.env.SITE_URL ?? ''].join(' ').trimEnd()
}
