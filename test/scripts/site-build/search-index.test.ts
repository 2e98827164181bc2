import { expect, it } from 'vitest'
import type { SearchRecord } from '#components/search/search-kinds.ts'
import { makeIndex } from '#scripts/site-build/search-index.ts'
import { toSearchDocument } from '#scripts/site-build/search-document.ts'

const record: SearchRecord = {
  ...{ kind: 'rosetta', url: '/reference/rosetta/#spin-lock', title: 'spin_lock(&l) → KBox<T>' },
  ...{ gist: 'A guard & its lock.', text: 'raw_spinlock_t' },
}
const lesson: SearchRecord = { ...record, kind: 'lesson', url: '/a/b/', title: '3.1 Moves', text: '' }
const page = `<body><nav>Menu</nav><article data-lesson="a/b"><h1>Moves</h1><h2 id="why">Why</h2><p>kfree_skb()</p><pre>drop_it(&amp;p)</pre>
<!-- workbench --><p>editor</p><!-- /workbench --><script>let x</script></article></body>`

it('a record is found by the parts of its identifiers, and what is HTML in it is text', () => {
  const html = toSearchDocument(record)
  expect(html).toContain('<h1 data-pagefind-weight="10">spin_lock(&amp;l) → KBox&lt;T&gt;</h1>')
  expect(html).toContain('>spin lock box</p>')
  expect(html).toContain('> raw spinlock</p>')
})

it('of a lesson the text counts, and neither the workbench nor scripts nor a second title', () => {
  const html = toSearchDocument(lesson, page)
  expect(html).toContain('<h2 id="why">Why</h2>')
  expect(html).toContain('>drop_it amp kfree skb drop it</p>')
  expect(html).not.toMatch(/editor|let x|Menu|>Moves<|<pre>/)
})

it('a record in another language than the search says which', () => {
  expect(toSearchDocument({ ...record, language: 'en' })).toContain(' data-pagefind-meta="language:en"')
  expect(toSearchDocument(record)).not.toContain('language:')
})

it('an index has the word stems of its language alone', async () => {
  const words = { ...record, kind: 'word' as const, url: '/de/glossary/#a', title: 'Ausleihen' }
  const files = await makeIndex({ locale: 'de', records: [words] }, async () => page)
  const paths = files.map(({ path }) => path)
  expect(paths).toContain('wasm.de.pagefind')
  expect(paths).not.toContain('wasm.en.pagefind')
})

it('the index has what the search needs, and no pages of Pagefind’s own', async () => {
  const files = await makeIndex({ locale: 'en', records: [record, lesson] }, async () => page)
  const paths = files.map(({ path }) => path)
  expect(paths).toContain('pagefind.js')
  expect(paths).toContain('pagefind-entry.json')
  expect(paths.filter((path) => path.startsWith('fragment/'))).toHaveLength(2)
  expect(paths.filter((path) => /ui|highlight|\.css$/.test(path))).toEqual([])
})
