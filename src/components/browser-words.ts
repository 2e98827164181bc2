import { findWords } from '#i18n/find-words.ts'
import type { Locale } from '#i18n/locales.ts'
import { wordsOf } from '#i18n/words.ts'

/** What may run in a browser: path → text. */
const sources = import.meta.glob<string>('../{components,course,offline,playground,story}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What may run as soon as a page is there: scripts of the site, which are small, but not the workbench’s. */
const early = wordsIn((path) => /^\.\/.*\.ts$|^\.\.\/offline\//.test(path))

const all = wordsIn(() => true)

function wordsIn(isMeant: (path: string) => boolean): Set<string> {
  const texts = Object.entries(sources).flatMap(([path, text]) => (isMeant(path) ? [text] : []))
  return new Set(texts.flatMap((text) => findWords(text).map(({ english }) => english)))
}

/** A script that sets the words which pages of a language need at once. */
export function toFirstWords(locale: Locale): string {
  const words = JSON.stringify(pick(locale, (english) => early.has(english)))
  return `noOopsWords=${words};noOopsMoreWords=()=>import('${besideIt}')`
}

/** A page's address, not a file of the source. */
const besideIt = './more-words.js'

/** A script that adds those of all that is loaded later. */
export function toMoreWords(locale: Locale): string {
  const words = pick(locale, (english) => all.has(english) && !early.has(english))
  return `Object.assign(noOopsWords,${JSON.stringify(words)})`
}

function pick(locale: Locale, isPicked: (english: string) => boolean): Record<string, string> {
  const words = Object.entries(wordsOf(locale) ?? {})
  return Object.fromEntries(words.filter(([english]) => english === '' || isPicked(english)))
}
