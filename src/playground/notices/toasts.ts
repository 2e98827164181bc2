import { signal } from '@preact/signals'

/** A short message that goes by itself, with at most one thing to do about it. */
export interface Toast {
  text: string
  actions: { label: string; callback: () => void }[]
  /** It waits for the reader. */
  stays: boolean
}

/** What stands there now; the newest replaces the one before. */
export const toast = signal<Toast>()

const secondsWithAction = 8
const secondsWithout = 5
let timer: ReturnType<typeof setTimeout>

/** Shows a message. With `stay` it waits for the reader. */
export function showToast(text: string, actions: Toast['actions'] = [], stay = false) {
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
  timer = setTimeout(closeToast, (shown.actions.length > 0 ? secondsWithAction : secondsWithout) * 1000)
}

/** Takes the message away. */
export function closeToast() {
  clearTimeout(timer)
  toast.value = undefined
}
