import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { listSiteSources } from '#scripts/site-sources.ts'
import packageJson from '../../package.json' with { type: 'json' }

describe('the sources of the site', () => {
  it('cover every file that the site’s config and pages import, directly or not', async () => {
    const reached = await followImports(await listEntries())
    const sources = await listSiteSources()
    const isCovered = (file: string) =>
      sources.some((source) => file === source || file.startsWith(`${source}/`))
    expect(reached.filter((file) => !isCovered(file))).toEqual([])
    for (const folder of ['layouts', 'components', 'course', 'markdown', 'playground', 'story', 'protocol'])
      expect(
        reached.some((file) => file.startsWith(`src/${folder}/`)),
        folder,
      ).toBe(true)
  })

  it('are all there', async () => {
    const missing = (await listSiteSources()).filter((source) => !existsSync(join(root, source)))
    expect(missing).toEqual([])
  })

  it('leave out what the site does not need, so that it is not built again for nothing', async () => {
    const sources = await listSiteSources()
    expect(sources).not.toContain('src/service')
    expect(sources).not.toContain('src/scripts')
    expect(sources).not.toContain('src/README.md')
  })
})

async function listEntries(): Promise<string[]> {
  const pages = await readdir(join(root, 'src/pages'), { recursive: true })
  const files = pages.filter((name) => /\.(astro|ts)$/.test(name)).map((name) => `src/pages/${name}`)
  return ['astro.config.mjs', 'src/content.config.ts', ...files]
}

/** The files themselves and all that they import, as paths below the root; packages are left out. */
async function followImports(entries: string[]): Promise<string[]> {
  const reached = new Set(entries)
  for (const file of reached) {
    const text = await readFile(join(root, file), 'utf8')
    for (const specifier of readSpecifiers(text)) {
      const target = toPath(specifier, file)
      if (target !== undefined) reached.add(target)
    }
  }
  return [...reached]
}

/** In TypeScript, Astro and CSS alike, workers included. What is imported as a type only is not in the site. */
function readSpecifiers(text: string): string[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]/gm)
  const others = text.matchAll(/(?:\bimport\s*\(?|@import|new URL\()\s*['"]([^'"]+)['"]/g)
  const specifiers = [...statements, ...others].map(([, specifier]) => specifier!.replace(/\?.*$/, ''))
  // A folder is an address that is asked while the page runs.
  return specifiers.filter((specifier) => specifier !== '.')
}

const aliases = Object.entries(packageJson.imports).map(([from, to]) => [
  from.replace('*', ''),
  to.replace('./', '').replace('*', ''),
])

function toPath(specifier: string, importer: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(importer), specifier))
  const alias = aliases.find(([from]) => specifier.startsWith(from!))
  return alias && specifier.replace(alias[0]!, alias[1]!)
}
