import { sitePath } from '#protocol/site-path.ts'
import type * as loaded from './explain-words.ts'

/** Loads what explains words when the reader first points at code or at a word: until then a page is without it. */
export function explainWordsLater() {
  let last: Event
  let isLoading = false
  const load = async (event: Event) => {
    last = event
    if (isLoading || !(event.target as Element).closest?.('article :is(code, a[href*="/glossary/#"])')) return
    isLoading = true
    const script = sitePath('/words.js')
    const { explainWords } = (await import(script)) as typeof loaded
    for (const type of types) removeEventListener(type, load)
    explainWords(last)
  }
  for (const type of types) addEventListener(type, load)
}

const types = ['pointermove', 'focusin', 'click'] as const
