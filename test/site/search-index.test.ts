import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type SearchKind, searchKinds } from '#components/search/search-kinds.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const languages = [
  ['en', dist],
  ['de', `${dist}de/`],
] as const

interface Fragment {
  url: string
  meta: { title: string; language?: string }
  filters: { kind: SearchKind[] }
}

describe.each(languages)('the search in %s', (language, folder) => {
  const fragments = `${folder}pagefind/fragment/`
  const found = readdirSync(fragments).map((name) => readFragment(fragments + name))
  const byKind = (kind: SearchKind) => found.filter(({ filters }) => filters.kind.includes(kind))

  it.each(Object.keys(searchKinds) as SearchKind[])('of the kind «%s» something can be found', (kind) => {
    expect(byKind(kind).length).toBeGreaterThan(8)
  })

  it('every lesson can be found, translated where it is', () => {
    const { lessons } = JSON.parse(readFileSync(`${folder}lessons.json`, 'utf8')) as {
      lessons: { slug: string; language?: string }[]
    }
    const pages = lessons.map(({ slug, language }) => (language ? `/${language}/${slug}/` : `/${slug}/`))
    expect(
      byKind('lesson')
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual(pages.toSorted())
  })

  it('all that can be found leads to a place that exists, and says so where that is in another language', () => {
    for (const { url, meta } of found) {
      const [path, place] = url.split('#') as [string, string | undefined]
      const page = `${dist}${path.slice(1)}index.html`
      expect(existsSync(page), url).toBe(true)
      if (place) expect(placesOf(page).has(decodeURI(place)), url).toBe(true)
      expect(/<html lang="(\w+)"/.exec(readPage(page))![1], url).toBe(meta.language ?? language)
    }
  })

  it('what the index was made of is not published', () => {
    expect(existsSync(`${folder}search-records.json`)).toBe(false)
  })
})

const places = new Map<string, ReadonlySet<string>>()
const pages = new Map<string, string>()

function placesOf(page: string): ReadonlySet<string> {
  if (!places.has(page)) {
    const ids = readPage(page).matchAll(/ id="([^"]*)"/g)
    places.set(page, new Set([...ids].map(([, id]) => id!)))
  }
  return places.get(page)!
}

function readPage(path: string): string {
  if (!pages.has(path)) pages.set(path, readFileSync(path, 'utf8'))
  return pages.get(path)!
}

/** Pagefind writes a mark before the JSON. */
function readFragment(file: string): Fragment {
  const text = gunzipSync(readFileSync(file)).toString()
  return JSON.parse(text.slice('pagefind_dcd'.length)) as Fragment
}
