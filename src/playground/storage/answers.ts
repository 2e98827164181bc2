import { readStored, save, type SaveResult } from './storage.ts'

/** How a reader answered a task; the time in ISO 8601. */
export interface Answer {
  /** The first answer was right: what was wrong at first is asked again later. */
  firstRight: boolean
  /** A right answer was given, at first or later. */
  done: boolean
  /** The answer as it is now: the choice, or what was typed; of an edited program nothing. */
  given?: string
  at: string
}

/** Fires on `window` after an answer was given on this page; its detail names the task. */
export const answered = 'no-oops:answered'

/** Reads the answers to the tasks of a lesson, by the names of the tasks; entries that make no sense are left out. */
export function readAnswers(slug: string): Record<string, Answer> {
  const stored = readStored(`answers:${slug}`)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter(([, answer]) => typeof answer?.done === 'boolean'))
}

/** What a reader has just answered. */
export interface NewAnswer {
  right: boolean
  given?: string
}

/** Saves an answer: whether the first one was right stays as it is, and so does that a right one was given. */
export function saveAnswer(slug: string, task: string, answer: NewAnswer): SaveResult {
  return saveAnswers(slug, { [task]: answer })
}

/** The same for several tasks of a lesson at once. */
export function saveAnswers(slug: string, given: Record<string, NewAnswer>, now = new Date()): SaveResult {
  const before = readAnswers(slug)
  const after = Object.entries(given).map(([task, answer]) => [task, toAnswer(answer, before[task], now)])
  return save(`answers:${slug}`, { ...before, ...Object.fromEntries(after) })
}

function toAnswer({ right, given }: NewAnswer, before: Answer | undefined, now: Date): Answer {
  return {
    firstRight: before ? before.firstRight : right,
    done: right || before?.done === true,
    ...(given !== undefined && { given }),
    at: now.toISOString(),
  }
}
