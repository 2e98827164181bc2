import type { AllAnswers } from '../answers.ts'
import { mergeProgress, type Progress } from '../progress.ts'
import type { LogEntry } from './log-entry.ts'

/** What pages show at once, from the log: what has come of each lesson, and the answers. */
export function toSnapshots(entries: LogEntry[]): { progress: Progress; answers: AllAnswers } {
  const answers: AllAnswers = {}
  let progress: Progress = {}
  for (const entry of entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (entry.kind === 'answered') addAnswer(answers, entry)
    else progress = mergeProgress(progress, { [entry.lesson]: toProgress(entry) })
  }
  return { progress, answers }
}

function toProgress(entry: Exclude<LogEntry, { kind: 'answered' }>): Progress[string] {
  if (entry.kind === 'read') return { readAt: entry.at }
  if (entry.kind === 'shown') return { shownAt: entry.at }
  return { solvedAt: entry.at, ...(entry.hints && { hints: entry.hints }) }
}

function addAnswer(answers: AllAnswers, entry: Extract<LogEntry, { kind: 'answered' }>) {
  const { lesson, task, right, given, at } = entry
  const ofLesson = (answers[lesson] ??= {})
  const before = Object.hasOwn(ofLesson, task) ? ofLesson[task] : undefined
  ofLesson[task] = {
    firstRight: before ? before.firstRight : right,
    done: right || before?.done === true,
    ...(given !== undefined && { given }),
    at,
  }
}
