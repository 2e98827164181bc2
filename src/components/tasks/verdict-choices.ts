import { type AskedTask, verdicts } from '#course/tasks/task.ts'
import { msg, t } from '#i18n/t.ts'
import type { OutcomeChoice } from './outcome-choices.ts'

/** What each verdict is called, in English. */
export const verdictTexts = {
  true: msg('True'),
  partly: msg('Partly'),
  wrong: msg('Wrong'),
  open: msg('Cannot be said'),
}

/** The answers that a claim offers, always the same four in the same order. */
export function toVerdictChoices({
  verdict,
  instead,
}: Pick<Extract<AskedTask, { ask: 'judge' }>, 'verdict' | 'instead'>): OutcomeChoice[] {
  return verdicts.map((value, index) => ({
    value,
    text: t(verdictTexts[value]),
    isRight: value === verdict,
    says: value === verdict ? t('Yes.') : `${t('No.')} ${instead[value]}`,
    key: `${index + 1}`,
  }))
}
