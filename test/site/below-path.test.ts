import { expect, it } from 'vitest'
import { siteBelowPath } from '#scripts/build-site.ts'
import { brokenLinksOf, readSite } from './read-site.ts'

const site = readSite(`${siteBelowPath.folder}/`, siteBelowPath.settings.BASE_PATH)

it.each(site.pages)('%s leads to and loads what is there, below the path alone', (page) => {
  expect(brokenLinksOf(site, page)).toEqual([])
})

it('styles load their fonts from below the path', () => {
  const addresses = site.pages.flatMap((page) =>
    [...site.read(page).matchAll(/url\(["']?(\/[^)"']*)/g)].map(([, url]) => url!),
  )
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((url) => !url.startsWith(site.base))).toEqual([])
})

it.each(['words.json', 'errors/E0505.json'])('%s leads below the path, too', (file) => {
  const links = [...site.read(file).matchAll(/"href":"(\/[^"]*)"|href=\\"(\/[^"\\]*)/g)].map(
    ([, inJson, inHtml]) => inJson ?? inHtml!,
  )
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((href) => !href.startsWith(site.base))).toEqual([])
})
