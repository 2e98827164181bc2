import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import { type AnsweredEvent, itemOf, type LogEntry } from './log-entry.ts'

/** A question or task that is to be asked again. */
export interface Scheduled {
  /** `slug#task`. */
  item: string
  due: Date
}

type Answered = LogEntry & AnsweredEvent

/**
 * Finds when each question or task is to be asked again, from the log alone; the earliest comes first. Only what was once
 * answered wrongly or slowly is in it.
 */
export function toSchedule(entries: LogEntry[]): Scheduled[] {
  const answered = entries.filter((entry): entry is Answered => entry.kind === 'answered')
  return [...Map.groupBy(answered, itemOf)]
    .flatMap(([item, answers]) => {
      const reviews = toReviews(answers)
      const isHard = reviews.some(({ grade }) => grade < Rating.Good)
      return isHard ? { item, due: toDue(reviews) } : []
    })
    .toSorted((a, b) => a.due.getTime() - b.due.getTime())
}

/** Those that are due before the day of `now` ends. */
export function dueOn(now: Date, schedule: Scheduled[]): Scheduled[] {
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  return schedule.filter(({ due }) => due < tomorrow)
}

interface Review {
  at: Date
  grade: Grade
}

/** The first answer of each sitting: what comes soon after it is only what was just read. */
function toReviews(answers: Answered[]): Review[] {
  const reviews: Review[] = []
  for (const answer of answers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const at = new Date(answer.at)
    const last = reviews.at(-1)
    if (!last || at.getTime() - last.at.getTime() > sittingMilliseconds)
      reviews.push({ at, grade: toGrade(answer) })
  }
  return reviews
}

const sittingMilliseconds = 4 * 60 * 60 * 1000

function toGrade({ right, seconds = 0 }: AnsweredEvent): Grade {
  if (!right) return Rating.Again
  return seconds > slowSeconds ? Rating.Hard : Rating.Good
}

/** Tasks are made for one or two minutes. */
const slowSeconds = 120

/** Days are the shortest steps: nobody has to come back within an hour. */
const scheduler = fsrs({ enable_short_term: false })

function toDue(reviews: Review[]): Date {
  let card = createEmptyCard(reviews[0]!.at)
  for (const { at, grade } of reviews) card = scheduler.next(card, at, grade).card
  return card.due
}
