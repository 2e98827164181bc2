import { escapeHtml } from '#story/escape-html.ts'
import { type Found, type FoundGroup, orderGroups } from './group-results.ts'
import { partsId, type SearchKind, searchKinds } from './search-kinds.ts'

/** What came of loading the index: a search, or why there is none. */
export type OpenedIndex =
  | { kind: 'open'; search: Search }
  /** The site was built without one, or is not built at all. */
  | { kind: 'missing' }
  | { kind: 'failed' }

/** Finds what matches a text; of each kind as many as `most` says. */
export type Search = (text: string, most: (kind: SearchKind) => number) => Promise<FoundGroup[]>

/** Loads Pagefind and its index from a folder that ends with a slash. */
export async function openIndex(folder: URL): Promise<OpenedIndex> {
  try {
    const entry = await fetch(new URL('pagefind-entry.json', folder))
    if (!entry.ok) return { kind: entry.status === 404 ? 'missing' : 'failed' }
    const pagefind = (await import(new URL('pagefind.js', folder).href)) as Pagefind
    await pagefind.options({ baseUrl: '/', excerptLength: 18 })
    await pagefind.init()
    // Else no answer says how much there is of each kind.
    await pagefind.filters()
    return { kind: 'open', search: createSearch(pagefind) }
  } catch {
    return { kind: 'failed' }
  }
}

/** As much of Pagefind as is used here. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>
  init(): Promise<void>
  filters(): Promise<unknown>
  search(text: string, options?: { filters: Record<string, string> }): Promise<Answer>
}

interface Answer {
  results: { score: number; data(): Promise<Fragment> }[]
  filters: Record<string, Record<string, number>>
}

interface Fragment {
  url: string
  meta: { title: string; gist?: string; language?: string }
  sub_results: Part[]
}

/** What stands below one heading. */
interface Part {
  url: string
  title: string
  excerpt: string
  locations: number[]
}

function createSearch(pagefind: Pagefind): Search {
  return async (text, most) => {
    const query = toQuery(text)
    if (query === '') return []
    const { filters } = await pagefind.search(query)
    const kinds = (Object.keys(searchKinds) as SearchKind[]).filter((kind) => filters.kind?.[kind])
    const groups = kinds.map(async (kind) => {
      const { results } = await pagefind.search(query, { filters: { kind } })
      const found = await Promise.all(results.slice(0, most(kind)).map((result) => toFound(kind, result)))
      return { kind, count: results.length, found }
    })
    return orderGroups(await Promise.all(groups))
  }
}

/** Words and identifiers alone: Pagefind would join what stands on both sides of a sign. */
export function toQuery(text: string): string {
  return text.replace(/[^\p{L}\p{N}_]+/gu, ' ').trim()
}

async function toFound(kind: SearchKind, { score, data }: Answer['results'][number]): Promise<Found> {
  const { url, meta, sub_results: parts } = await data()
  const of = { score, ...(meta.language !== undefined && { language: meta.language }) }
  const part =
    kind === 'lesson' ? bestOf(parts.filter((part) => !part.url.endsWith(`#${partsId}`))) : undefined
  if (part === undefined || part.url === url)
    return { url, ...of, title: meta.title, excerpt: escapeHtml(meta.gist ?? '') }
  return { url: part.url, ...of, title: `${meta.title} › ${part.title}`, excerpt: part.excerpt }
}

function bestOf(parts: Part[]): Part | undefined {
  return parts.toSorted((a, b) => b.locations.length - a.locations.length)[0]
}
