/** The languages of the site and what each calls itself. The first one's words stand in the code, all others' in `LOCALE.yaml`. */
export const locales = { en: 'English', de: 'Deutsch' } as const

export type Locale = keyof typeof locales

/** The language whose pages have no prefix. */
export const defaultLocale: Locale = 'en'

/** Is true of the names of languages that the site has. */
export function isLocale(name: string): name is Locale {
  return Object.hasOwn(locales, name)
}
