import { findWords } from '#i18n/find-words.ts'
import type { Locale } from '#i18n/locales.ts'
import { wordsOf } from '#i18n/words.ts'

/** What may run in a browser: path → text. */
const sources = import.meta.glob<string>('../{components,course,offline,playground,story}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const needed = new Set(
  Object.values(sources).flatMap((text) => findWords(text).map(({ english }) => english)),
)

/** A script, and a module, that sets the words which scripts of a language's pages need. */
export function toBrowserWords(locale: Locale): string {
  const words = Object.entries(wordsOf(locale) ?? {}).filter(([word]) => word === '' || needed.has(word))
  return `globalThis.noOopsWords=${JSON.stringify(Object.fromEntries(words))}`
}
