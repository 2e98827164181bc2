import { defaultLocale } from '#i18n/locales.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Loads the words of the page's scripts, which an English page has in them; where they don't come, those scripts speak English. */
export async function loadWords(): Promise<void> {
  const { lang } = document.documentElement
  if (lang === defaultLocale || globalThis.noOopsWords) return
  const path = sitePath(`/${lang}/words.js`)
  await import(path).catch(() => {})
}
