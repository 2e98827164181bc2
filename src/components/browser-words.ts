import { findWords } from '#i18n/find-words.ts'
import type { Locale } from '#i18n/locales.ts'
import { wordsOf } from '#i18n/words.ts'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import siteScript from './site-script.ts?inline-script'

/** What may run in a browser. */
const sources = Object.values(
  import.meta.glob<string>(['../{components,course,offline,playground,story}/**/*.{ts,tsx}'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** A script that sets the words which every page of a language needs at once. */
export function toFirstWords(locale: Locale): string {
  const words = JSON.stringify(pick(locale, isFirst))
  return `noOopsWords=${words};noOopsMoreWords=()=>import('${besideIt}')`
}

/** A page's address, not a file of the source. */
const besideIt = './more-words.js'

/** A script that adds those of all that is loaded later. */
export function toMoreWords(locale: Locale): string {
  const used = new Set(sources.flatMap((text) => findWords(text).map(({ english }) => english)))
  const words = pick(locale, (english) => used.has(english) && !isFirst(english))
  return `Object.assign(noOopsWords,${JSON.stringify(words)})`
}

/** A word too many costs a few bytes. */
function isFirst(english: string): boolean {
  return siteScript.includes(english)
}

function pick(locale: Locale, isPicked: (english: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(wordsOf(locale) ?? {}).filter(([english]) => isPicked(english)))
}
