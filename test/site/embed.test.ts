import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { OfflineIndex } from '#offline/offline-index.ts'
import { readSite } from './read-site.ts'

const site = readSite(fileURLToPath(new URL('../../dist/', import.meta.url)), '/')
/** Those told in another language lead to the English page for frames. */
const lessons = site.pages.filter((page) => /<html lang="en"[^]* data-lesson="/.test(site.read(page)))
const embedded = site.pages.filter((page) => page.startsWith('embed/'))

it('there is a page for frames of every lesson, and of the playground', () => {
  const expected = [...lessons, 'playground/index.html'].map((page) => `embed/${page}`)
  expect(embedded.toSorted()).toEqual(expected.toSorted())
})

it.each(embedded)(
  '%s is for no search engine, and weighs no more than the page it shows a part of',
  (page) => {
    expect(site.read(page)).toContain('<meta name="robots" content="noindex"')
    const bytes = (file: string) => statSync(`${site.folder}${file}.br`).size
    expect(bytes(page)).toBeLessThanOrEqual(bytes(page.replace(/^embed\//, '')))
  },
)

it('none of them is saved for reading offline', () => {
  const { files } = JSON.parse(site.read('offline.json')) as OfflineIndex
  expect(files.map(([address]) => address).filter((address) => /^o?embed/.test(address))).toEqual([])
})
