import type * as loaded from './explain-words.ts'

/** Loads what explains words when the reader first points at code or at a word: until then a page is without it. */
export function explainWordsLater() {
  const load = async (event: Event) => {
    if (!(event.target as Element).closest?.('article :is(code, a[href*="/glossary/#"])')) return
    for (const type of types) removeEventListener(type, load)
    const script = '/words.js'
    const { explainWords } = (await import(script)) as typeof loaded
    explainWords(event)
  }
  for (const type of types) addEventListener(type, load)
}

const types = ['pointermove', 'focusin', 'click'] as const
