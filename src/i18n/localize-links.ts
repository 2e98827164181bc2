import { defaultLocale, type Locale } from './locales.ts'

interface LinkedSite {
  /** The path that the site is built for, with a slash at both ends. */
  base: string
  /** Whether the site has a page, by its English path such as `/errors/`, in a language. */
  isThere(page: string, locale: Locale): boolean
}

/** Leads the links of a page that is not English to pages in its own language where they exist, and marks those that are English. */
export function localizeLinks(html: string, locale: Locale, { base, isThere }: LinkedSite): string {
  return html.replaceAll(link, (whole, before: string, href: string) => {
    if (!href.startsWith(base) || whole.includes(' hreflang=')) return whole
    const page = `/${href.slice(base.length)}`
    if (page.startsWith(`/${locale}/`)) return whole
    const [path] = page.split(/[?#]/) as [string]
    if (!path.endsWith('/')) return whole
    if (isThere(path, locale)) return `${before}${base}${locale}${page}"`
    return `${before}${href}" hreflang="${defaultLocale}"`
  })
}

/** Up to the end of the address; `hreflang` is written before it. */
const link = /(<a\b[^>]*? href=")(\/[^"]*)"/g
