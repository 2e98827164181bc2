/** One thing that a reader did, as it is kept for good; the log of all of them is only ever added to. */
export type LogEntry = LogEvent & {
  /** Unique in all browsers. */
  id: string
  /** ISO 8601. */
  at: string
  /** The slug of the lesson on whose page it happened. */
  lesson: string
}

export type LogEvent =
  /** The end of the lesson's text was in sight. */
  | { kind: 'read' }
  /** An answer was given to a question, a prediction or a task, or one of the tests of an exercise was run. */
  | AnsweredEvent
  /** The exercise, or all tasks, were solved; `hints` so many of three were taken before. */
  | { kind: 'solved'; hints?: number }
  /** The solution was shown before that. */
  | { kind: 'shown' }

export interface AnsweredEvent {
  kind: 'answered'
  task: string
  right: boolean
  /** The choice, or what was typed. */
  given?: string
  /** How long the task had been in sight; absent where that is not known. */
  seconds?: number
  /** Where the task is from, if another lesson asks it again: `slug#task`. */
  of?: string
}

/** Names the question or task that was answered, wherever it was asked. */
export function itemOf(entry: AnsweredEvent & { lesson: string }): string {
  return entry.of ?? `${entry.lesson}#${entry.task}`
}
