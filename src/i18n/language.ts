import type { Locale } from './locales.ts'

/** The language of the page that is built, or that this runs in. */
export function pageLanguage(): Locale {
  return (globalThis.noOopsWords?.[''] ?? (globalThis.document?.documentElement.lang || 'en')) as Locale
}

/** What `lang` says of an element in another language than the page; undefined of one in the same. */
export function langOf(language: string): string | undefined {
  return language === pageLanguage() ? undefined : language
}
