import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sitemap } from '#scripts/site-build/sitemap.ts'

let dist: string

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'no-oops-dist-'))
  await write('', '<title>Home</title>')
  await write('errors/E0505/', '<title>E0505</title>')
  await write('errors/E0001/', '<meta name="robots" content="noindex">')
})

afterEach(() => rm(dist, { recursive: true }))

it('lists the pages that are to be found, under the address of the site', async () => {
  await build('https://course.example.org')
  const sitemap = await readFile(join(dist, 'sitemap.xml'), 'utf8')
  expect([...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://course.example.org/',
    'https://course.example.org/errors/E0505/',
  ])
  expect(await readFile(join(dist, 'robots.txt'), 'utf8')).toContain(
    'Sitemap: https://course.example.org/sitemap.xml',
  )
})

it('lists them below the path that the site is built for', async () => {
  await build('https://example.org', '/course/')
  expect(await readFile(join(dist, 'sitemap.xml'), 'utf8')).toContain(
    '<loc>https://example.org/course/errors/E0505/</loc>',
  )
  expect(await readFile(join(dist, 'robots.txt'), 'utf8')).toContain('https://example.org/course/sitemap.xml')
})

it('writes nothing where the address is not known', async () => {
  await build(undefined)
  expect(await readdir(dist)).toEqual(['errors', 'index.html'])
})

async function write(path: string, html: string): Promise<void> {
  await mkdir(join(dist, path), { recursive: true })
  await writeFile(join(dist, path, 'index.html'), html)
}

/** Calls the hooks as Astro does, with as much as they look at. */
async function build(site: string | undefined, base = '/'): Promise<void> {
  const hooks = sitemap().hooks as Record<string, (options: object) => Promise<void> | void>
  await hooks['astro:config:done']!({ config: { site, base } })
  const pages = ['', 'errors/E0505/', 'errors/E0001/', '404/'].map((pathname) => ({ pathname }))
  await hooks['astro:build:done']!({ dir: pathToFileURL(`${dist}/`), pages })
}
