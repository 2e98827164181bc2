import { signal } from '@preact/signals'

/** Whether a page for frames has so much code that its link to the course leads there without it. */
export const isLeftOut = signal(false)
