import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { OfflineIndex } from '#offline/offline-index.ts'
import { OEmbed } from '#protocol/oembed.ts'
import { siteBelowPath } from '#scripts/build-site.ts'
import { readSite } from './read-site.ts'

const site = readSite(fileURLToPath(new URL('../../dist/', import.meta.url)), '/')
const lessons = site.pages.filter((page) => / data-lesson="/.test(site.read(page)))
const embedded = site.pages.filter((page) => /^(\w\w\/)?embed\//.test(page))
const toEmbedded = (page: string) => page.replace(/^(\w\w\/)?/, '$1embed/')

it('there is a page for frames of every lesson, and of the playground', () => {
  const expected = [...lessons, 'playground/index.html', 'de/playground/index.html'].map(toEmbedded)
  expect(embedded.toSorted()).toEqual(expected.toSorted())
})

it.each(embedded)(
  '%s is for no search engine, and weighs no more than the page it shows a part of',
  (page) => {
    expect(site.read(page)).toContain('<meta name="robots" content="noindex"')
    const bytes = (file: string) => statSync(`${site.folder}${file}.br`).size
    expect(bytes(page)).toBeLessThanOrEqual(bytes(page.replace('embed/', '')))
  },
)

it('none of them is saved for reading offline', () => {
  const { files } = JSON.parse(site.read('offline.json')) as OfflineIndex
  expect(files.map(([address]) => address).filter((address) => /^(\w\w\/)?o?embed/.test(address))).toEqual([])
})

describe('where the site knows its address, below a path', () => {
  const below = readSite(`${siteBelowPath.folder}/`, siteBelowPath.settings.BASE_PATH)
  const home = `${siteBelowPath.settings.SITE_URL}${below.base}`
  const exercises = lessons
    .map((page) => page.replace('/index.html', ''))
    .filter((name) => below.files.includes(`${name}/exercise.json`))

  it.each(embedded)('%s names the page that it shows a part of, and the sitemap that one alone', (page) => {
    const name = page.replace(/embed\/|index\.html$/g, '')
    expect(below.read(page)).toContain(`<link rel="canonical" href="${home}${name}">`)
    expect(below.read('sitemap.xml')).toContain(`<loc>${home}${name}</loc>`)
    expect(below.read('sitemap.xml')).not.toMatch(/\/o?embed\//)
  })

  it.each(exercises)('%s leads to what oEmbed says of it, whose frame shows a page that is there', (name) => {
    const [, language = '', slug] = /^(\w\w\/)?(.*)$/.exec(name)!
    const described = `${language}oembed/${slug}.json`
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/
    expect(link.exec(below.read(`${name}/index.html`))?.[1]).toBe(home + described)
    const { html, provider_url } = OEmbed.parse(JSON.parse(below.read(described)))
    expect(html).toContain(` src="${home}${toEmbedded(name)}/"`)
    expect(below.files).toContain(`${toEmbedded(name)}/index.html`)
    expect(provider_url).toBe(home + language)
  })
})
