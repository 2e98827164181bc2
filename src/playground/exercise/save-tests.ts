import { answered, saveAnswers } from '../storage/answers.ts'
import type { CheckReport } from './check-report.ts'

/** Saves which tests of an exercise passed, each as an answer under its name: a lesson in steps goes on by them. */
export function saveTests(slug: string, report: CheckReport) {
  if (report.kind !== 'report' || report.trial.kind !== 'ran') return
  const results = report.trial.results.map(({ name, passed }) => [name, { right: passed }] as const)
  saveAnswers(slug, Object.fromEntries(results))
  window.dispatchEvent(new Event(answered))
}
