import { defaultLocale, type Locale, locales } from '#i18n/locales.ts'

/** What `getStaticPaths` of a page in `pages/[locale]` gives: one for each language but the default. */
export function toLocalePaths(): { params: { locale: Locale }; props: { locale: Locale } }[] {
  const others = (Object.keys(locales) as Locale[]).filter((locale) => locale !== defaultLocale)
  return others.map((locale) => ({ params: { locale }, props: { locale } }))
}
