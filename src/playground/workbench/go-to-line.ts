import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { askName } from './playground/ask-name.ts'

/** Asks for the number of a line, and puts the cursor there. */
export async function goToLine({ text, editor }: ProgramSession) {
  const count = text.peek().split('\n').length
  const isLine = (words: string) => /^\d+$/.test(words) && Number(words) >= 1 && Number(words) <= count
  const line = await askName({
    title: t('Go to line'),
    value: '',
    describeBad: (words) => (isLine(words) ? undefined : t('Give a number from 1 to {count}.', { count })),
  })
  if (line === undefined) editor.peek()?.focus()
  else editor.peek()?.goTo({ line: Number(line), column: 1 })
}
