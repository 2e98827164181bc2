import { noteEntry } from './log/note-entry.ts'
import { save, type SaveResult, readStored } from './storage.ts'

/** What has come of each lesson, by slug; times in ISO 8601. */
export type Progress = Record<string, LessonProgress>

/** At least one of these. */
export interface LessonProgress {
  solvedAt?: string
  /** When the solution was shown, if the exercise was not solved before. */
  shownAt?: string
  /** When the end of its text was first in sight. */
  readAt?: string
  /** Hints taken, of three. */
  hints?: number
}

/** Reads what this browser knows; entries that make no sense are left out. */
export function readProgress(): Progress {
  return toProgress(readStored('progress'))
}

/** Is true of a lesson whose exercise was solved, with or without a look at the solution. */
export function isSolved(progress: Progress, slug: string): boolean {
  return Object.hasOwn(progress, slug) && progress[slug]!.solvedAt !== undefined
}

/** Is true of a lesson whose solution was shown before the exercise was solved. */
export function isShown(progress: Progress, slug: string): boolean {
  return Object.hasOwn(progress, slug) && progress[slug]!.shownAt !== undefined
}

/** Marks a lesson as solved; the first time counts. */
export function markSolved(slug: string, now = new Date()): SaveResult {
  const progress = readProgress()
  if (isSolved(progress, slug)) return 'saved'
  const hints = Object.hasOwn(progress, slug) ? (progress[slug]!.hints ?? 0) : 0
  noteEntry(slug, { kind: 'solved', hints }, now)
  return mark(progress, slug, { solvedAt: now.toISOString() })
}

/** Notes that the solution of a lesson was shown, unless it was solved before; the first time counts. */
export function markShown(slug: string, now = new Date()): SaveResult {
  const progress = readProgress()
  if (isSolved(progress, slug) || isShown(progress, slug)) return 'saved'
  noteEntry(slug, { kind: 'shown' }, now)
  return mark(progress, slug, { shownAt: now.toISOString() })
}

/** Notes that the end of a lesson's text was in sight; the first time counts. */
export function markRead(slug: string, now = new Date()): SaveResult {
  const progress = readProgress()
  if (Object.hasOwn(progress, slug) && progress[slug]!.readAt) return 'saved'
  noteEntry(slug, { kind: 'read' }, now)
  return mark(progress, slug, { readAt: now.toISOString() })
}

/** Notes how many hints were taken for the exercise of a lesson. */
export function markHints(slug: string, hints: number): SaveResult {
  return mark(readProgress(), slug, { hints })
}

function mark(progress: Progress, slug: string, entry: LessonProgress): SaveResult {
  return save('progress', mergeProgress(progress, { [slug]: entry }))
}

/** Puts together what either knows; where both do, the earlier times count, and the larger number of hints. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const merged = { ...a }
  for (const [slug, entry] of Object.entries(b))
    merged[slug] = mergeLesson(Object.hasOwn(merged, slug) ? merged[slug]! : {}, entry)
  return merged
}

function mergeLesson(a: LessonProgress, b: LessonProgress): LessonProgress {
  const [solvedAt, shownAt] = [earlier(a.solvedAt, b.solvedAt), earlier(a.shownAt, b.shownAt)]
  const readAt = earlier(a.readAt, b.readAt)
  const isLate = solvedAt !== undefined && shownAt !== undefined && shownAt > solvedAt
  const hints = Math.max(a.hints ?? 0, b.hints ?? 0)
  return {
    ...(solvedAt && { solvedAt }),
    ...(shownAt && !isLate && { shownAt }),
    ...(readAt && { readAt }),
    ...(hints > 0 && { hints }),
  }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

function toProgress(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => isProgress(entry)))
}

function isProgress(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const { solvedAt, shownAt, readAt, hints } = entry as Record<string, unknown>
  const times = [solvedAt, shownAt, readAt].filter((time) => time !== undefined)
  if (!times.every((time) => typeof time === 'string')) return false
  return times.length > 0 || typeof hints === 'number'
}
