import { useEffect } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { announced } from '../../notices/announcements.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { speakVerdicts } from '../speak-verdicts.ts'

/** Speaks what is announced of this program or of the page, and what becomes of the program in sight; a page of tasks has one for each. */
export function Announcer({ program }: { program: ProgramSession | undefined }) {
  useEffect(() => program && speakVerdicts(program), [program])
  const { sentence, count, text } = announced.value
  const isOther = text !== undefined && text !== program?.text
  return (
    <p class="visually-hidden wb-announcer" role="status" aria-label={t('News of the workbench')}>
      <span key={count}>{isOther ? '' : sentence}</span>
    </p>
  )
}
