import { removeStored, save, type SaveResult, storedNames, onStoredElsewhere, readStored } from './storage.ts'

/** The reader's version of a file; the time in ISO 8601. */
export interface SavedCode {
  text: string
  savedAt: string
}

/** Gives the name under which the reader's version of a file is stored. */
export function savedCodeName(slug: string): string {
  return `code:${slug}`
}

/** Reads the reader's version; undefined where there is none. */
export function readSavedCode(slug: string): SavedCode | undefined {
  return toSavedCode(readStored(savedCodeName(slug)))
}

/** Saves the reader's version. */
export function saveCode(slug: string, saved: SavedCode): SaveResult {
  return save(savedCodeName(slug), saved)
}

/** Removes the reader's version. */
export function removeSavedCode(slug: string) {
  removeStored(savedCodeName(slug))
}

/** Reads all versions of this reader, by slug. */
export function readAllSavedCode(): Record<string, SavedCode> {
  const slugs = storedNames(savedCodeName('')).map((stored) => stored.slice(savedCodeName('').length))
  return Object.fromEntries(slugs.flatMap((slug) => toEntry(slug, readSavedCode(slug))))
}

/** Calls back when another tab has saved a version, or removed it; returns how to end that. */
export function onSavedElsewhere(slug: string, callback: (saved: SavedCode | undefined) => void): () => void {
  return onStoredElsewhere(savedCodeName(slug), () => callback(readSavedCode(slug)))
}

function toSavedCode(value: unknown): SavedCode | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { text, savedAt } = value as Partial<SavedCode>
  return typeof text === 'string' && typeof savedAt === 'string' ? { text, savedAt } : undefined
}

function toEntry<T>(key: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[key, value]]
}
