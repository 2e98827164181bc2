import { parse } from 'yaml'
import german from './de.yaml?raw'
import type { Locale } from './locales.ts'

/** The words of a language, as `noOopsWords` has them; none are needed for English. */
export function wordsOf(locale: Locale): Readonly<Record<string, string>> | undefined {
  return words[locale]
}

const words: Readonly<Record<Locale, Readonly<Record<string, string>> | undefined>> = {
  en: undefined,
  de: { '': 'de', ...(parse(german) as Record<string, string>) },
}
