import type { ExerciseSession } from './exercise-session.ts'

/** Ctrl+Enter runs, Ctrl+Shift+Enter checks, whatever has the focus; before the editor sees them. */
export function onBenchKey(
  event: KeyboardEvent,
  { start, session }: { start: () => void; session?: ExerciseSession },
) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.shiftKey) void session?.check()
  else start()
}
