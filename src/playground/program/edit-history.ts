import { effect, type ReadonlySignal } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'

/** How a text came about and where the cursor was: what an editor needs that takes the place of another, so that its undo goes back as far. */
export interface EditHistory {
  /** The texts, the oldest first; the last is the text as it is. What comes without a pause is one step. */
  steps: string[]
  /** Where the cursor was when the last editor went; undefined where there was none. */
  cursor: Position | undefined
}

const pauseMilliseconds = 1000
/** In UTF-16 units, of all steps. */
const mostText = 1_000_000

/** Records how a text changes from now on, after what is known of it already. */
export function recordHistory(text: ReadonlySignal<string>, earlier?: EditHistory): EditHistory {
  const history: EditHistory = { steps: earlier?.steps ?? [text.peek()], cursor: earlier?.cursor }
  let last = -Infinity
  effect(() => {
    const { steps } = history
    if (text.value === steps.at(-1)) return
    const isNew = steps.length === 1 || performance.now() - last > pauseMilliseconds
    steps.splice(isNew ? steps.length : -1, 1, text.value)
    forgetOldest(steps)
    last = performance.now()
  })
  return history
}

function forgetOldest(steps: string[]) {
  let size = steps.reduce((sum, { length }) => sum + length, 0)
  while (steps.length > 2 && size > mostText) size -= steps.shift()!.length
}
