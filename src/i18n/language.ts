import { defaultLocale, isLocale, type Locale } from './locales.ts'

/** The language of the page that is built, or that this runs in. */
export function pageLanguage(): Locale {
  const named = globalThis.noOopsWords?.['']
  return named !== undefined && isLocale(named) ? named : defaultLocale
}
