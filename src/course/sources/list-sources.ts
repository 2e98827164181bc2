/** A page of the course that rests on sources. */
export interface CitingPage {
  href: string
  title: string
  /** How it is named in a list: `3.2`, or `E0505`. */
  short: string
}

/** A page with what stands in its files. */
export interface CitingText extends CitingPage {
  /** Places in the tree, such as `mm/slub.c#L10-L20`. */
  sources: string[]
  /** All that its author wrote. */
  text: string
}

/** Something that pages cite: a place in the tree, a CVE, a commit, or the address of an article. */
export interface CitedSource {
  name: string
  by: CitingPage[]
}

/** A file of the tree, with the places in it in their order; each named by its lines, such as `L10-L20`. */
export interface CitedFile {
  path: string
  places: CitedSource[]
}

/** Everything that the course rests on. */
export interface Sources {
  files: CitedFile[]
  cves: CitedSource[]
  commits: CitedSource[]
  /** `title` is how the first page that links there calls it. */
  articles: (CitedSource & { title: string })[]
}

/** Lists what pages cite, each once with all pages that do. */
export function listSources(texts: CitingText[]): Sources {
  return {
    files: toFiles(collect(texts, ({ sources }) => sources)),
    cves: collect(texts, ({ text }) => text.match(/\bCVE-\d{4}-\d{4,}\b/g) ?? []),
    commits: collect(texts, ({ text }) => text.match(commit) ?? []),
    articles: collect(texts, ({ text }) => linksOf(text).map(({ href }) => href)).map((source) => ({
      ...source,
      title: titleOf(source.name, texts),
    })),
  }
}

/** As in «Fixes:»; letters and digits alone are numbers or words. */
const commit = /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12}\b/g

function collect(texts: CitingText[], find: (text: CitingText) => string[]): CitedSource[] {
  const found = new Map<string, CitingPage[]>()
  for (const text of texts) {
    const { href, title, short } = text
    for (const name of new Set(find(text)))
      found.set(name, [...(found.get(name) ?? []), { href, title, short }])
  }
  return [...found]
    .map(([name, by]) => ({ name, by }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

function toFiles(places: CitedSource[]): CitedFile[] {
  const files = new Map<string, CitedSource[]>()
  for (const { name, by } of places) {
    const [path, lines] = name.split('#') as [string, string]
    files.set(path, [...(files.get(path) ?? []), { name: lines, by }])
  }
  return [...files].map(([path, places]) => ({ path, places }))
}

interface Link {
  title: string
  href: string
}

/** Links of Markdown that lead to other sites. */
function linksOf(text: string): Link[] {
  return [...text.matchAll(/\[([^\]\n]+)\]\((https?:\/\/[^)\s]+)\)/g)].map(([, title, href]) => ({
    title: title!,
    href: href!,
  }))
}

function titleOf(address: string, texts: CitingText[]): string {
  return texts.flatMap(({ text }) => linksOf(text)).find(({ href }) => href === address)!.title
}
