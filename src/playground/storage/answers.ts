import type { AnsweredEvent } from './log/log-entry.ts'
import { noteEntry } from './log/note-entry.ts'
import { readStored, save, type SaveResult, storedNames } from './storage.ts'

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

/** Fires on `window` after an answer was given on this page, or those of before were put back. */
export const answered = 'no-oops:answered'

/** Reads the answers to the tasks of a lesson, by the names of the tasks; entries that make no sense are left out. */
export function readAnswers(slug: string): Record<string, Answer> {
  const stored = readStored(answersName(slug))
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter(([, answer]) => typeof answer?.done === 'boolean'))
}

/** What a reader has just answered. */
export interface NewAnswer {
  right: boolean
  given?: string
}

/** More of an answer, for the log; see there. */
type LoggedAnswer = NewAnswer & Pick<AnsweredEvent, 'seconds' | 'of'>

/** Saves an answer: whether the first one was right stays as it is, and so does that a right one was given; the log has each. */
export function saveAnswer(slug: string, task: string, answer: LoggedAnswer): SaveResult {
  const noted = noteEntry(slug, { kind: 'answered', task, ...answer })
  const saved = saveAnswers(slug, { [task]: answer })
  return saved === 'saved' ? noted : saved
}

/** Saves how several tasks of a lesson, such as the tests of its exercise, came out; the log has none of them. */
export function saveAnswers(slug: string, given: Record<string, NewAnswer>, now = new Date()): SaveResult {
  const before = readAnswers(slug)
  const after = Object.entries(given).map(([task, answer]) => [task, toAnswer(answer, before[task], now)])
  return save(answersName(slug), { ...before, ...Object.fromEntries(after) })
}

function toAnswer({ right, given }: NewAnswer, before: Answer | undefined, now: Date): Answer {
  return {
    firstRight: before ? before.firstRight : right,
    done: right || before?.done === true,
    ...(given !== undefined && { given }),
    at: now.toISOString(),
  }
}

/** The answers of all lessons: slug → name of the task → answer. */
export type AllAnswers = Record<string, Record<string, Answer>>

/** Reads all answers that this browser knows. */
export function readAllAnswers(): AllAnswers {
  const slugs = storedNames(beginning).map((name) => name.slice(beginning.length))
  return Object.fromEntries(slugs.map((slug) => [slug, readAnswers(slug)]))
}

/** The name under which the answers of a lesson are saved. */
export function answersName(slug: string): string {
  return `${beginning}${slug}`
}

/** Puts together what either knows; where both do, `own` counts, unless only the other is right. */
export function mergeAnswers(own: AllAnswers, other: AllAnswers): AllAnswers {
  const slugs = new Set([...Object.keys(other), ...Object.keys(own)])
  return Object.fromEntries([...slugs].map((slug) => [slug, mergeLesson(own[slug] ?? {}, other[slug] ?? {})]))
}

function mergeLesson(own: Record<string, Answer>, other: Record<string, Answer>): Record<string, Answer> {
  const right = Object.entries(other).filter(([task, { done }]) => done && own[task]?.done === false)
  return { ...other, ...own, ...Object.fromEntries(right) }
}

const beginning = 'answers:'
