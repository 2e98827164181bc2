import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'rolldown'
import type { OfflineFile, OfflineIndex } from '#offline/offline-index.ts'

/** Writes what reading offline needs: `offline.json`, the list of what can be saved, and the service worker. */
export function offlineFiles(base: string): AstroIntegration {
  return {
    name: 'offline-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir)
        const index = await listFiles(site)
        await writeFile(join(site, 'offline.json'), JSON.stringify(index))
        await bundleWorker(join(site, 'sw.js'), base, index.version)
      },
    },
  }
}

/** All files of a site, and a version that is another one as soon as any of them is. */
export async function listFiles(site: string): Promise<OfflineIndex> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const hash = createHash('sha256')
  const files: OfflineFile[] = []
  for (const path of paths.sort()) {
    const name = path.slice(site.length)
    const content = await readFile(path)
    hash.update(name).update(content)
    if (!isLeftOut(name, content)) files.push([toAddress(name), content.length])
  }
  return { version: hash.digest('hex').slice(0, 16), files }
}

/** What only prints, is for other sites or for no reader, and pages that search engines pass over: such as rustc’s own text of a code. */
function isLeftOut(name: string, content: Buffer): boolean {
  return (
    content.includes('<meta name="robots" content="noindex"') ||
    /^(\w\w\/)?(print|oembed|embed)\/|^embed\.js$|^404\.html$|^robots\.txt$|^sitemap\.xml$|^\.|\.(br|gz|map)$/.test(
      name,
    )
  )
}

function toAddress(name: string): string {
  return name.replace(/(^|\/)index\.html$/, '$1')
}

async function bundleWorker(file: string, base: string, version: string): Promise<void> {
  await build({
    input: fileURLToPath(new URL('../../offline/service-worker.ts', import.meta.url)),
    platform: 'browser',
    transform: {
      define: {
        'import.meta.env.BASE_URL': JSON.stringify(base),
        siteVersion: JSON.stringify(version),
      },
    },
    output: { file, format: 'iife', minify: true },
  })
}
