import { signal } from '@preact/signals'

/** A short message, and what can be done about it. */
export interface Toast {
  text: string
  actions: { label: string; callback: () => void }[]
  /** It waits for the reader. */
  stays: boolean
}

/** What stands there now; the newest replaces the one before. */
export const toast = signal<Toast>()

const seconds = 5
let timer: ReturnType<typeof setTimeout>

/** Shows a message. With something to do about it, or with `stay`, it waits for the reader; else it goes by itself. */
export function showToast(text: string, actions: Toast['actions'] = [], stay = actions.length > 0) {
  toast.value = { text, actions, stays: stay }
  releaseToast()
}

/** Keeps the message as long as the reader is at it. */
export function holdToast() {
  clearTimeout(timer)
}

/** Lets the message go after its time, from now on. */
export function releaseToast() {
  clearTimeout(timer)
  const shown = toast.peek()
  if (!shown || shown.stays) return
  timer = setTimeout(closeToast, seconds * 1000)
}

/** Takes the message away. */
export function closeToast() {
  clearTimeout(timer)
  toast.value = undefined
}
