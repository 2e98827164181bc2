import type { ExerciseSession } from '../exercise/exercise-session.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'
import { isShortcut, type ShortcutName } from './keys.ts'

/** What the keys of a workbench act on. */
export interface ShortcutTargets {
  start: () => void
  /** Absent where no editor with stories is in sight. */
  navigator?: Pick<StoryNavigator, 'walk'> | undefined
  session?: ExerciseSession
  /** What the page's own shortcuts do. */
  own?: Partial<Record<ShortcutName, (() => void) | undefined>>
  /** Absent where there is one layout. */
  toggleLayout?: (to: 'full' | 'split') => void
}

/** Does what `keys.ts` says of the keys, before the editor sees them. */
export function onShortcut(event: KeyboardEvent, targets: ShortcutTargets) {
  const callbacks = toCallbacks(targets)
  const name = (Object.keys(callbacks) as ShortcutName[]).find(
    (name) => callbacks[name] && isShortcut(event, name),
  )
  if (!name) return
  event.preventDefault()
  event.stopPropagation()
  callbacks[name]!()
}

function toCallbacks({ start, session, navigator, own, toggleLayout }: ShortcutTargets) {
  const callbacks: ShortcutTargets['own'] = {
    run: start,
    // Without an exercise there is nothing to check, but no line is to be broken either.
    check: () => void session?.check(),
    nextStep: navigator && (() => navigator.walk(1)),
    previousStep: navigator && (() => navigator.walk(-1)),
    split: toggleLayout && (() => toggleLayout('split')),
    full: toggleLayout && (() => toggleLayout('full')),
    ...own,
  }
  return callbacks
}
