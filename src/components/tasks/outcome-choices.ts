import type { AskedTask, Outcome, Verdict } from '#course/tasks/task.ts'
import { t } from '#i18n/t.ts'

/** A button of a prediction or a verdict; `line` is the value of the word before the numbers of lines. */
export interface OutcomeChoice {
  value: 'accepted' | 'panics' | 'line' | `line ${number}` | Verdict
  text: string
  isRight: boolean
  /** What is said once it is chosen, as Markdown; empty of the word before the lines. */
  says: string
  /** The key that chooses it; empty of the word before the lines. */
  key: string
}

/** The answers that a prediction offers: it runs, it panics, or rustc refuses it in one of its lines of code. */
export function toOutcomeChoices({
  rust,
  outcome,
}: Pick<Extract<AskedTask, { ask: 'predict' }>, 'rust' | 'outcome'>): OutcomeChoice[] {
  const lines = rust.trimEnd().split('\n')
  const numbered = lines.flatMap((text, index) => (isCode(text) ? [index + 1] : []))
  return [
    toChoice('accepted', t('It runs'), outcome),
    toChoice('panics', t('It panics'), outcome),
    { value: 'line', text: t('refused in line'), isRight: false, says: '', key: '' },
    ...numbered.map((line) => toChoice(`line ${line}`, `${line}`, outcome)),
  ]
}

function isCode(line: string): boolean {
  return /\w/.test(line) && !line.trim().startsWith('//')
}

function toChoice(value: OutcomeChoice['value'], text: string, outcome: Outcome): OutcomeChoice {
  const isRight = value === (typeof outcome === 'object' ? `line ${outcome.line}` : outcome)
  const key = value === 'accepted' ? 'r' : value === 'panics' ? 'p' : text
  return { value, text, isRight, says: isRight ? t('Yes.') : sayWrong(value, outcome), key }
}

function sayWrong(value: OutcomeChoice['value'], outcome: Outcome): string {
  if (typeof outcome !== 'object')
    return value.startsWith('line')
      ? t('No. rustc accepts this program.')
      : t('It compiles, but that is not what it does.')
  return value.startsWith('line')
    ? t('rustc refuses it, but reports another line.')
    : t('No. rustc refuses this program. In which line?')
}
