import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A built site, to be looked into. */
export interface BuiltSite {
  /** Ends in a slash. */
  folder: string
  /** The path that it was built for. */
  base: string
  /** From the folder. */
  files: string[]
  pages: string[]
  read(file: string): string
  /** The places of a page that can be linked to; undefined if there is no such page. */
  idsOf(page: string): ReadonlySet<string> | undefined
}

/** Opens a built site. */
export function readSite(folder: string, base: string): BuiltSite {
  if (!existsSync(`${folder}index.html`)) throw new Error(`There is no ${folder}. Run «npm test -- site».`)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = (file: string) => readFileSync(folder + file, 'utf8')
  const ids = new Map<string, ReadonlySet<string>>()
  return {
    ...{ folder, base, files, read },
    pages: files.filter((file) => file.endsWith('index.html') || file === '404.html'),
    idsOf(page) {
      if (!ids.has(page) && existsSync(folder + page))
        ids.set(page, new Set([...read(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)))
      return ids.get(page)
    },
  }
}

/** What a page leads to or loads and can’t be had, each as it is written there. */
export function brokenLinksOf(site: BuiltSite, page: string): string[] {
  return linksOf(site.read(page)).filter((href) => !resolves(site, page, href))
}

/** Of this host only. */
function linksOf(html: string): string[] {
  const written = html.matchAll(
    / (?:href|src|action|data-entry|component-url|renderer-url|before-hydration-url)="([^"]*)"/g,
  )
  const links = [...written].map(([, href]) => href!.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
  return links.filter((href) => /^(#|\/(?!\/))/.test(href))
}

function resolves(site: BuiltSite, page: string, href: string): boolean {
  const [address, fragment] = href.split('#') as [string, string?]
  if (address !== '' && !address.startsWith(site.base)) return false
  const path = address.slice(site.base.length).replace(/\?.*$/, '')
  const target = address === '' ? page : /(^|\/)$/.test(path) ? `${path}index.html` : path
  if (!target.endsWith('.html')) return existsSync(site.folder + target)
  const ids = site.idsOf(target)
  return ids !== undefined && (!fragment || ids.has(fragment))
}
