import { save, type SaveResult, readStored } from './storage.ts'

/** What has come of each lesson, by slug; times in ISO 8601. */
export type Progress = Record<string, LessonProgress>

/** At least one of both. */
export interface LessonProgress {
  solvedAt?: string
  /** When the solution was shown, if the exercise was not solved before. */
  shownAt?: string
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
  return save('progress', mergeProgress(readProgress(), { [slug]: { solvedAt: now.toISOString() } }))
}

/** Notes that the solution of a lesson was shown, unless it was solved before; the first time counts. */
export function markShown(slug: string, now = new Date()): SaveResult {
  const progress = readProgress()
  if (isSolved(progress, slug)) return 'saved'
  return save('progress', mergeProgress(progress, { [slug]: { shownAt: now.toISOString() } }))
}

/** Puts together what either knows; where both do, the earlier times count. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const merged = { ...a }
  for (const [slug, entry] of Object.entries(b)) merged[slug] = mergeLesson(merged[slug] ?? {}, entry)
  return merged
}

function mergeLesson(a: LessonProgress, b: LessonProgress): LessonProgress {
  const [solvedAt, shownAt] = [earlier(a.solvedAt, b.solvedAt), earlier(a.shownAt, b.shownAt)]
  const isLate = solvedAt !== undefined && shownAt !== undefined && shownAt > solvedAt
  return { ...(solvedAt && { solvedAt }), ...(shownAt && !isLate && { shownAt }) }
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
  const { solvedAt, shownAt } = entry as Record<string, unknown>
  const times = [solvedAt, shownAt].filter((time) => time !== undefined)
  return times.length > 0 && times.every((time) => typeof time === 'string')
}
