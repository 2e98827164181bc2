import { signal } from '@preact/signals'

/** A short message that goes by itself, with at most one thing to do about it. */
export interface Toast {
  text: string
  actions: { label: string; callback: () => void }[]
}

/** What stands there now; the newest replaces the one before. */
export const toast = signal<Toast>()

const secondsWithAction = 15
const secondsWithout = 6
let timer: ReturnType<typeof setTimeout>

/** Shows a message. With `stay` it waits for the reader. */
export function showToast(text: string, actions: Toast['actions'] = [], stay = false) {
  clearTimeout(timer)
  toast.value = { text, actions }
  const seconds = actions.length > 0 ? secondsWithAction : secondsWithout
  if (!stay) timer = setTimeout(closeToast, seconds * 1000)
}

/** Takes the message away. */
export function closeToast() {
  clearTimeout(timer)
  toast.value = undefined
}
