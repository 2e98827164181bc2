import { loadScript } from '../load-script.ts'
import type * as loaded from './explain-words.ts'

/** Loads what explains words when the reader first points at code or at a word: until then a page is without it; begins with `first`. */
export function explainWordsLater(first?: Event) {
  let last: Event
  let isLoading = false
  const load = async (event: Event) => {
    last = event
    if (isLoading || !(event.target as Element).closest?.('article :is(code, a[href*="/glossary/#"])')) return
    isLoading = true
    const { explainWords } = await loadScript<typeof loaded>('words')
    for (const type of types) removeEventListener(type, load)
    explainWords(last)
  }
  for (const type of types) addEventListener(type, load)
  if (first && types.some((type) => type === first.type)) void load(first)
}

const types = ['pointermove', 'focusin', 'click'] as const
