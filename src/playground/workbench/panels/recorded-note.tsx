import { t } from '#i18n/t.ts'
import type { StandIn } from '../../backends/request-failure.ts'
import { Failure } from './failure.tsx'

interface Props {
  /** Absent where what is shown came just now. */
  recorded: StandIn | undefined
  /** What the reader presses to try again. */
  button: 'Run' | 'Check'
}

/** Says that what is shown was recorded, by what, and why it is not fresh. */
export function RecordedNote({ recorded, button }: Props) {
  if (!recorded) return null
  return (
    <p class="wb-recorded">
      <strong>{t('Recorded, {by}.', { by: recorded.by })}</strong>{' '}
      <Failure failure={recorded.because} button={button} />
    </p>
  )
}
