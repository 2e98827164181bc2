import type { JobResult } from '../sandbox.ts'

/** True if a machine's kernel panicked: that has no other way than to die by a signal; whoever only prints the words does not. */
export function hasPanicked(ended: JobResult, console: string): boolean {
  return ended.kind === 'stopped' && ended.reason === 'crash' && /Kernel panic - not syncing/.test(console)
}
