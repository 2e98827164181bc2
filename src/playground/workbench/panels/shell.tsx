import { useEffect, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { ShellSession } from '../../program/shell-session.ts'
import type ShellPanel from '../shell/shell-panel.tsx'

interface Props {
  program: ProgramSession
  shell: ShellSession
  isShown: boolean
}

/** The panel of the shell, which is fetched when it is first shown: a terminal is heavy. */
export function Shell({ program, shell, isShown }: Props) {
  const [Panel, setPanel] = useState<{ view: typeof ShellPanel } | 'failed'>()
  useEffect(() => {
    if (!isShown || typeof Panel === 'object') return
    import('../shell/shell-panel.tsx').then(
      (module) => setPanel({ view: module.default }),
      () => setPanel('failed'),
    )
  }, [isShown])
  if (Panel === 'failed')
    return (
      <p class="wb-status">
        {t('The terminal can’t be fetched now. Choose another tab, then this one again.')}
      </p>
    )
  return Panel ? (
    <Panel.view program={program} shell={shell} />
  ) : (
    <p class="wb-status">{t('Fetching the terminal…')}</p>
  )
}
