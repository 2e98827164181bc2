import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { goToResults } from '../go-to-results.ts'
import './help-pane.css'

interface Props {
  title: string
  close: () => void
  /** Buttons beside «Close», always in sight. */
  buttons?: ComponentChildren
  children: ComponentChildren
}

/** Help over the results, from its first line; Esc closes it, and the focus goes back to where it came from. */
export function HelpPane({ title, close, buttons, children }: Props) {
  const element = useRef<HTMLElement>(null)
  // Before it is painted: Esc closes what the reader sees.
  useLayoutEffect(() => takeFocus(element.current!), [])
  return (
    <section
      ref={element}
      class="wb-help"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div class="wb-help-head">
        <h3>{title}</h3>
        <div class="wb-buttons">
          {buttons}
          <button type="button" class="wb-button" onClick={close}>
            {t('Close')}
          </button>
        </div>
      </div>
      <div class="wb-help-body">{children}</div>
    </section>
  )
}

/** Gives the focus back where it still is in the pane, or was lost with it. */
function takeFocus(pane: HTMLElement): () => void {
  const before = document.activeElement
  pane.focus({ preventScroll: true })
  goToResults(pane)
  return () => {
    const isLost = document.activeElement === document.body || pane.contains(document.activeElement)
    if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}
