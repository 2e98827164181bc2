import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type SearchKind, searchKinds } from '#components/search/search-kinds.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const fragments = `${dist}pagefind/fragment/`

interface Fragment {
  url: string
  meta: { title: string }
  filters: { kind: SearchKind[] }
}

const found = readdirSync(fragments).map(readFragment)
const byKind = (kind: SearchKind) => found.filter(({ filters }) => filters.kind.includes(kind))

it.each(Object.keys(searchKinds) as SearchKind[])('of the kind «%s» something can be found', (kind) => {
  expect(byKind(kind).length).toBeGreaterThan(8)
})

it('every lesson can be found', () => {
  const { lessons } = JSON.parse(readFileSync(`${dist}lessons.json`, 'utf8')) as {
    lessons: { slug: string }[]
  }
  expect(byKind('lesson').map(({ url }) => url)).toEqual(
    expect.arrayContaining(lessons.map(({ slug }) => `/${slug}/`)),
  )
})

it('all that can be found leads to a place that exists', () => {
  for (const { url } of found) {
    const [path, place] = url.split('#') as [string, string | undefined]
    const page = `${dist}${path.slice(1)}index.html`
    expect(existsSync(page), url).toBe(true)
    if (place) expect(placesOf(page).has(decodeURI(place)), url).toBe(true)
  }
})

it('what the index was made of is not published', () => {
  expect(existsSync(`${dist}search-records.json`)).toBe(false)
})

const places = new Map<string, ReadonlySet<string>>()

function placesOf(page: string): ReadonlySet<string> {
  if (!places.has(page)) {
    const ids = readFileSync(page, 'utf8').matchAll(/ id="([^"]*)"/g)
    places.set(page, new Set([...ids].map(([, id]) => id!)))
  }
  return places.get(page)!
}

/** Pagefind writes a mark before the JSON. */
function readFragment(name: string): Fragment {
  const text = gunzipSync(readFileSync(fragments + name)).toString()
  return JSON.parse(text.slice('pagefind_dcd'.length)) as Fragment
}
