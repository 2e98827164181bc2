import { readStored, save, type SaveResult, storedNames } from '../storage.ts'
import type { LogEntry, LogEvent } from './log-entry.ts'

/**
 * Notes what the reader did. It waits under a name of its own until a script that knows the log takes it there: pages need
 * not load that script to lose nothing, and two tabs can't overwrite each other's notes.
 */
export function noteEntry(lesson: string, event: LogEvent, now = new Date()): SaveResult {
  const entry: LogEntry = { id: createId(now), at: now.toISOString(), lesson, ...event }
  const result = save(`${waiting}${entry.id}`, entry)
  globalThis.dispatchEvent?.(new CustomEvent(entryNoted, { detail: entry }))
  return result
}

/** Fires on `window` after an entry was noted in this tab; its detail is the entry. */
export const entryNoted = 'no-oops:noted'

/** The beginning of the names under which entries wait. */
export const waiting = 'log:'

/** Reads the entries that wait. */
export function readWaiting(): LogEntry[] {
  return storedNames(waiting).flatMap((name) => {
    const entry = readStored(name) as LogEntry | undefined
    return typeof entry?.id === 'string' ? entry : []
  })
}

/** In the order in which they were noted, and no two alike: `crypto.randomUUID` is only there over HTTPS. */
function createId(now: Date): string {
  const random = crypto.getRandomValues(new Uint32Array(2))
  const numbers = [now.getTime(), noted++, ...random]
  return numbers.map((number) => number.toString(36).padStart(3, '0')).join('-')
}

let noted = 0
