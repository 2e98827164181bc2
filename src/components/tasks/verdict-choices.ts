import { type AskedTask, verdicts } from '#course/tasks/task.ts'
import type { OutcomeChoice } from './outcome-choices.ts'

/** What each verdict is called. */
export const verdictTexts = { true: 'True', partly: 'Partly', wrong: 'Wrong', open: 'Cannot be said' }

/** The answers that a claim offers, always the same four in the same order. */
export function toVerdictChoices({
  verdict,
  instead,
}: Pick<Extract<AskedTask, { ask: 'judge' }>, 'verdict' | 'instead'>): OutcomeChoice[] {
  return verdicts.map((value, index) => ({
    value,
    text: verdictTexts[value],
    isRight: value === verdict,
    says: value === verdict ? 'Yes.' : `No. ${instead[value]}`,
    key: `${index + 1}`,
  }))
}
