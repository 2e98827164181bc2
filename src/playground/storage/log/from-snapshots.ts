import type { AllAnswers, Answer } from '../answers.ts'
import type { LessonProgress, Progress } from '../progress.ts'
import type { LogEntry, LogEvent } from './log-entry.ts'

/** What a browser saved before there was a log, as entries; the same work always gives the same ones. */
export function fromSnapshots({
  progress,
  answers,
}: {
  progress: Progress
  answers: AllAnswers
}): LogEntry[] {
  return [
    ...Object.entries(progress).flatMap(([lesson, entry]) => fromProgress(lesson, entry)),
    ...Object.entries(answers).flatMap(([lesson, tasks]) =>
      Object.entries(tasks).flatMap(([task, answer]) => fromAnswer(lesson, task, answer)),
    ),
  ]
}

function fromProgress(lesson: string, { solvedAt, shownAt }: LessonProgress): LogEntry[] {
  return [
    ...(shownAt ? [toEntry(lesson, shownAt, { kind: 'shown' })] : []),
    ...(solvedAt ? [toEntry(lesson, solvedAt, { kind: 'solved' })] : []),
  ]
}

/** Only the time of the last answer is known; the first one was no later. */
function fromAnswer(lesson: string, task: string, { firstRight, done, given, at }: Answer): LogEntry[] {
  const last = { kind: 'answered', task, right: done, ...(given !== undefined && { given }) } as const
  return [
    ...(firstRight !== done ? [toEntry(lesson, at, { kind: 'answered', task, right: firstRight })] : []),
    toEntry(lesson, at, last),
  ]
}

function toEntry(lesson: string, at: string, event: LogEvent): LogEntry {
  const which = event.kind === 'answered' ? `answered:${event.task}:${event.right}` : event.kind
  return { id: `before:${lesson}:${which}:${at}`, at, lesson, ...event }
}
