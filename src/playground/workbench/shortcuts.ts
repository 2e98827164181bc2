import type { ExerciseSession } from '../exercise/exercise-session.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'

/** What the keys of a workbench act on. */
export interface ShortcutTargets {
  start: () => void
  /** Absent where no editor with stories is in sight. */
  navigator?: StoryNavigator | undefined
  session?: ExerciseSession
  /** What Shift+Alt with a letter does, by `KeyboardEvent.code`. */
  letters?: Record<string, (() => void) | undefined>
  /** Absent where there is one layout. */
  toggleLayout?: (to: 'full' | 'split') => void
}

/** Ctrl+Enter runs, Ctrl+Shift+Enter checks, F8 and Shift+F8 walk the story, Shift+Alt with a letter is the page's own, Ctrl+\ splits and with Shift fills the window; before the editor sees them. */
export function onShortcut(event: KeyboardEvent, targets: ShortcutTargets) {
  const callback = toStep(event, targets)
  if (!callback) return
  event.preventDefault()
  event.stopPropagation()
  callback()
}

function toStep(
  { key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  { start, session, navigator, letters, toggleLayout }: ShortcutTargets,
): (() => void) | undefined {
  const isCommand = ctrlKey || metaKey
  if (key === 'Enter' && isCommand) return () => (shiftKey ? void session?.check() : start())
  if (code === 'Backslash' && isCommand && toggleLayout)
    return () => toggleLayout(shiftKey ? 'full' : 'split')
  if (key === 'F8' && navigator && !isCommand && !altKey) return () => navigator.walk(shiftKey ? -1 : 1)
  return shiftKey && altKey && !isCommand ? letters?.[code] : undefined
}
