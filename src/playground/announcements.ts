import { signal } from '@preact/signals'

/** What screen readers were told last. */
export const announced = signal('')

/** Tells screen readers one sentence. */
export function announce(sentence: string) {
  announced.value = sentence
}
