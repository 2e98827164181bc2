import { answered, saveAnswers } from '../storage/answers.ts'
import type { CheckReport, Trial } from './check-report.ts'

/** Saves which checks of an exercise held, each as an answer under its name: a lesson in steps goes on by them. */
export function saveTests(slug: string, report: CheckReport) {
  if (report.kind !== 'report') return
  const results = toResults(report.trial).map(({ name, right }) => [name, { right }] as const)
  if (results.length === 0) return
  saveAnswers(slug, Object.fromEntries(results))
  window.dispatchEvent(new Event(answered))
}

/** Tests by their names, and lines that a console had to show. */
function toResults(trial: Trial): { name: string; right: boolean }[] {
  if (trial.kind === 'ran') return trial.results.map(({ name, passed }) => ({ name, right: passed }))
  if (trial.kind !== 'booted') return []
  const { expected, tests } = trial.judgement
  return [
    ...expected.map(({ text, line }) => ({ name: text, right: line !== undefined })),
    ...tests.map(({ name, result }) => ({ name, right: result === 'ok' })),
  ]
}
