import type { ExerciseSession } from '../exercise/exercise-session.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'

/** What the keys of a workbench act on. */
export interface ShortcutTargets {
  start: () => void
  /** Absent where no editor with stories is in sight. */
  navigator?: StoryNavigator | undefined
  session?: ExerciseSession
}

/** Ctrl+Enter runs, Ctrl+Shift+Enter checks, F8 and Shift+F8 walk the story; before the editor sees them. */
export function onShortcut(event: KeyboardEvent, { start, session, navigator }: ShortcutTargets) {
  const callback = toStep(event, () => (event.shiftKey ? void session?.check() : start()), navigator)
  if (!callback) return
  event.preventDefault()
  event.stopPropagation()
  callback()
}

function toStep(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  run: () => void,
  navigator: StoryNavigator | undefined,
): (() => void) | undefined {
  const isCommand = ctrlKey || metaKey
  if (key === 'Enter' && isCommand) return run
  if (key === 'F8' && navigator && !isCommand && !altKey) return () => navigator.walk(shiftKey ? -1 : 1)
  return undefined
}
