import type { ExerciseSession } from '../exercise/exercise-session.ts'
import type { Reading } from '../program/story-navigator.ts'

/** What the keys of a workbench act on. */
export interface BenchKeys {
  start: () => void
  /** Absent where no editor with stories is in sight. */
  reading?: Reading | undefined
  session?: ExerciseSession
}

/** Ctrl+Enter runs, Ctrl+Shift+Enter checks, F8 and Shift+F8 walk the story; before the editor sees them. */
export function onBenchKey(event: KeyboardEvent, { start, session, reading }: BenchKeys) {
  const step = toStep(event, () => (event.shiftKey ? void session?.check() : start()), reading)
  if (!step) return
  event.preventDefault()
  event.stopPropagation()
  step()
}

function toStep(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  run: () => void,
  reading: Reading | undefined,
): (() => void) | undefined {
  const isCommand = ctrlKey || metaKey
  if (key === 'Enter' && isCommand) return run
  if (key === 'F8' && reading && !isCommand && !altKey) return () => reading.walk(shiftKey ? -1 : 1)
  return undefined
}
