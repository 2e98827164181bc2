import { effect, type ReadonlySignal } from '@preact/signals'

/** A text as it was and became while it was typed: what another editor needs, so that its undo goes back as far. */
export interface Typing {
  /** The first is the text before; what comes without a pause is one step. */
  steps: string[]
  end(): void
}

const pauseMilliseconds = 1000

/** Records how a text changes from now on. */
export function recordTyping(text: ReadonlySignal<string>): Typing {
  const steps = [text.peek()]
  let last = -Infinity
  const end = effect(() => {
    if (text.value === steps.at(-1)) return
    const isNew = performance.now() - last > pauseMilliseconds
    steps.splice(isNew ? steps.length : -1, 1, text.value)
    last = performance.now()
  })
  return { steps, end }
}
