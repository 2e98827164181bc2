import { expect, it } from 'vitest'
import { fillPage } from '#scripts/site-build/print-pages.ts'

const lesson = (slug: string, style: string) => `<!doctype html><html><head><style>a{}</style>${style}
<style>@page { margin: 1cm }</style></head><body><header>No Oops</header>
<article data-lesson="${slug}"><h2 id="hints" class="x">Hints</h2><a href="#hints">to</a><a href="/errors/">codes</a>
<label for="one">1</label><section aria-labelledby="hints"></section><div aria-labelledby="hints"></div><pre role="region" aria-label="C driver"></pre><script type="module">run()</script>
<!-- workbench --><div><div>Run</div></div><!-- /workbench --><p>The end</p></article><footer></footer></body></html>`
const page = `<html><head><style>a{}</style></head><body><article data-print="a/one"><a href="/a/one/">1</a></article>
<article data-print="a/two"><a href="/a/two/">2</a></article></body></html>`

it('puts each lesson in its place, without workbench and scripts', async () => {
  const filled = await fillPage(page, (slug) => Promise.resolve(lesson(slug, '')))
  expect(filled.match(/The end/g)).toHaveLength(2)
  for (const gone of ['Run', 'run()', 'data-print="', 'No Oops']) expect(filled).not.toContain(gone)
})

it('reads a lesson in the language of its place, and says where that is another one', async () => {
  const mixed = page
    .replaceAll('data-print="a/', 'data-print="de/a/')
    .replace('de/a/two"', 'a/two" lang="en"')
  const read: string[] = []
  const filled = await fillPage(mixed, (path) => (read.push(path), Promise.resolve(lesson(path, ''))))
  expect(read).toEqual(['de/a/one', 'a/two'])
  expect(filled).toContain('<article data-printed="de/a/one">')
  expect(filled).toContain('<article lang="en" data-printed="a/two">')
})

it('makes the names unique that several lessons have', async () => {
  const filled = await fillPage(page, (slug) => Promise.resolve(lesson(slug, '')))
  expect(filled).toContain('<h2 id="a-one-hints" class="x">')
  expect(filled).toContain('<a href="#a-two-hints">')
  expect(filled).toContain('<label for="a-one-one">')
  expect(filled).toContain('<div aria-labelledby="a-two-hints">')
  expect(filled).toContain('aria-label="C driver, one"')
  expect(filled, 'no landmark for each section').toContain('<section></section>')
  expect(filled).toContain('<a href="/errors/">')
})

it('takes each style once, and no margins of a lesson’s own sheets', async () => {
  const filled = await fillPage(page, (slug) => Promise.resolve(lesson(slug, '<style>b{}</style>')))
  expect(filled.match(/<style>/g)).toHaveLength(2)
  expect(filled).not.toContain('@page')
})

it('names the lesson whose page is not as it should be', async () => {
  await expect(fillPage(page, () => Promise.resolve('<html></html>'))).rejects.toThrow(
    /a\/one has no <article/,
  )
})
