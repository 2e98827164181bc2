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
/** With a button there is more to read, and one to reach. */
const secondsWithAction = 12
let timer: ReturnType<typeof setTimeout>

/** Shows a message. It waits for the reader where `stay` says so, or, without that, where there is something to do about it; else it goes by itself. */
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
  timer = setTimeout(closeToast, (shown.actions.length > 0 ? secondsWithAction : seconds) * 1000)
}

/** Takes the message away. */
export function closeToast() {
  clearTimeout(timer)
  toast.value = undefined
}
