import { useEffect } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { announced } from '../../notices/announcements.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { speakVerdicts } from '../speak-verdicts.ts'

/** Speaks what is announced, and what becomes of the program in sight. */
export function Announcer({ program }: { program: ProgramSession | undefined }) {
  useEffect(() => program && speakVerdicts(program), [program])
  return (
    <p class="visually-hidden wb-announcer" role="status" aria-label={t('News of the workbench')}>
      <span key={announced.value.count}>{announced.value.sentence}</span>
    </p>
  )
}
