import { signal } from '@preact/signals'

/** What screen readers spoke last; `count` tells one time from the next. */
export const announced = signal({ sentence: '', count: 0 })

/** Has screen readers speak a sentence, again if it is the same; code is spoken without its backticks. */
export function announce(sentence: string) {
  announced.value = { sentence: sentence.replaceAll('`', ''), count: announced.peek().count + 1 }
}
