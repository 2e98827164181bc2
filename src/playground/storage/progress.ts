import { save, type SaveResult, readStored } from './storage.ts'

/** Which lessons are solved, by slug; times in ISO 8601. */
export type Progress = Record<string, { solvedAt: string }>

/** Reads what this browser knows; entries that make no sense are left out. */
export function readProgress(): Progress {
  return toProgress(readStored('progress'))
}

/** Marks a lesson as solved; the first time counts. */
export function markSolved(slug: string, now = new Date()): SaveResult {
  return save('progress', mergeProgress(readProgress(), { [slug]: { solvedAt: now.toISOString() } }))
}

/** Puts together what either knows; where both do, the earlier time counts. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const merged = { ...a }
  for (const [slug, entry] of Object.entries(b)) {
    const own = merged[slug]
    if (!own || entry.solvedAt < own.solvedAt) merged[slug] = entry
  }
  return merged
}

function toProgress(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => typeof entry?.solvedAt === 'string'))
}
