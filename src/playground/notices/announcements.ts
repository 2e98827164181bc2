import { type ReadonlySignal, signal } from '@preact/signals'

interface Announced {
  sentence: string
  /** Tells one time from the next. */
  count: number
  /** The text that it is about; absent where it is about the page. */
  text?: ReadonlySignal<string> | undefined
}

/** What screen readers spoke last. */
export const announced = signal<Announced>({ sentence: '', count: 0 })

/** Has screen readers speak a sentence, again if it is the same; code is spoken without its backticks. */
export function announce(sentence: string, text?: ReadonlySignal<string>) {
  announced.value = { sentence: sentence.replaceAll('`', ''), count: announced.peek().count + 1, text }
}
