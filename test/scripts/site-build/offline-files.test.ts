import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listFiles } from '#scripts/site-build/offline-files.ts'

let site: string

beforeEach(async () => {
  site = `${await mkdtemp(join(tmpdir(), 'no-oops-site-'))}/`
  await write('index.html', 'home')
  await write('ownership/moves/index.html', 'a lesson')
  await write('ownership/moves/exercise.json', '{}')
  await write('_astro/index.html.js', 'code')
})
afterEach(() => rm(site, { recursive: true }))

it('lists pages by their addresses and all else by their names, with their bytes', async () => {
  expect((await listFiles(site)).files).toEqual([
    ['_astro/index.html.js', 4],
    ['', 4],
    ['ownership/moves/exercise.json', 2],
    ['ownership/moves/', 8],
  ])
})

it('leaves out what is printed, and what is for no reader', async () => {
  const { files } = await listFiles(site)
  for (const name of ['print/index.html', '404.html', 'robots.txt', '.built-from', 'index.html.br'])
    await write(name, 'x')
  expect((await listFiles(site)).files).toEqual(files)
})

it('has the same version for the same site, and another one when a file changes', async () => {
  const { version } = await listFiles(site)
  expect((await listFiles(site)).version).toBe(version)
  await write('ownership/moves/index.html', 'A lesson')
  expect((await listFiles(site)).version).not.toBe(version)
})

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(site + name), { recursive: true })
  await writeFile(site + name, text)
}
