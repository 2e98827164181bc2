import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from './locales.ts'
import { wordsOf } from './words.ts'

/** Runs what builds a page, in that page's language; pages of other languages may be built at the same time. */
export function inLanguage<Result>(locale: Locale, build: () => Result): Result {
  return pages.run(wordsOf(locale), build)
}

const pages = new AsyncLocalStorage<typeof noOopsWords>()

Object.defineProperty(globalThis, 'noOopsWords', { configurable: true, get: () => pages.getStore() })
