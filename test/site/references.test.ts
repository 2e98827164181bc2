import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { splitReferences, toSourceAddress } from '#markdown/references.ts'
import { readSite } from './read-site.ts'

const site = readSite(fileURLToPath(new URL('../../dist/', import.meta.url)), '/')
const lessons = site.pages.filter((page) => site.read(page).includes(' data-lesson="'))

it.each(lessons)('%s links each CVE and each commit that its text names', (page) => {
  const named = splitReferences(textOutsideLinks(site.read(page)))
  expect(named.flatMap(({ text, href }) => (href ? text : []))).toEqual([])
})

it.each(lessons)('%s links each excerpt of the tree to its lines', (page) => {
  const excerpts = site.read(page).match(/<figure class="fence source">[^]*?<\/figure>/g) ?? []
  const unlinked = excerpts.filter((excerpt) => !excerpt.includes(`<a href="${toSourceAddress('')}`))
  expect(unlinked).toEqual([])
})

/** Without code, and without headings, which are links themselves where they are listed. */
function textOutsideLinks(html: string): string {
  const main = /<main[^]*<\/main>/.exec(html)![0]
  return main.replace(/<(a|pre|code|h\d|script|style|option)\b[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
}
