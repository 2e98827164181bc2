import { sitePath } from '#protocol/site-path.ts'
import { pageLanguage } from './language.ts'
import { defaultLocale } from './locales.ts'

/** The pages besides lessons that exist in every language. */
export const translatedPages = [
  ...([
    '/',
    '/settings/',
    '/progress/',
    '/keys/',
    '/playground/',
    '/workspace/',
    '/workspace/container/',
    '/offline/',
    '/glossary/',
  ] as const),
] as const

/** What is made in every language for scripts to fetch. */
type TranslatedData = '/lessons.json' | '/items.json' | '/words.json'

/** Path of a place of the site in the page's language: `/settings/` is `/de/settings/` on a German page. */
export function localPath(path: (typeof translatedPages)[number] | TranslatedData): string {
  return pathIn(pageLanguage(), path)
}

/** The same in a language, of any page that it has, such as a lesson's. */
export function pathIn(locale: string | undefined, path: `/${string}`): string {
  return sitePath(locale === undefined || locale === defaultLocale ? path : `/${locale}${path}`)
}
