import { t } from '#i18n/t.ts'
import type { Action, BarActions } from '../actions.ts'
import { Menu } from './menu.tsx'
import './action-bar.css'

/** The buttons of a workbench. They keep their places and widths, whatever is going on. */
export function ActionBar({ run, isRunning, stop, buttons, menu }: BarActions) {
  return (
    <div class="wb-actions" role="group" aria-label={t('Actions')}>
      <div class="wb-run">
        <RunButton run={run[0]!} isRunning={isRunning} stop={stop} />
        {run.length > 1 && <Menu id="wb-run-menu" label={t('Ways to run')} sign="▾" groups={[run]} />}
      </div>
      {buttons.map((action) => (
        <BarButton key={action.id} action={action} />
      ))}
      <Menu id="wb-menu" label={t('Menu')} sign="⋯" groups={menu} />
    </div>
  )
}

function RunButton({ run, isRunning, stop }: { run: Action; isRunning: boolean; stop(): void }) {
  // The second click of a double click is no wish to stop.
  function onClick({ detail }: MouseEvent) {
    if (detail > 1) return
    if (isRunning) stop()
    else run.callback()
  }
  return (
    <button
      type="button"
      class={`wb-button wb-run-button${isRunning ? ' wb-stop' : ''}`}
      title={isRunning ? undefined : run.about}
      onClick={onClick}
    >
      {isRunning ? t('Stop') : run.title}
      {isRunning && <Width of={run.title} />}
    </button>
  )
}

/** Has the button stay as wide as another word makes it. */
function Width({ of }: { of: string }) {
  return (
    <span aria-hidden="true" style={{ display: 'block', height: 0, visibility: 'hidden' }}>
      {of}
    </span>
  )
}

function BarButton({ action: { id, title, about, callback, isBusy, isOn, look, sign } }: { action: Action }) {
  return (
    <button
      type="button"
      class={`wb-button wb-action-${id}${look ? ` wb-${look}` : ''}`}
      title={sign ? [title, about].join(', ') : about}
      aria-label={sign && title}
      aria-busy={isBusy}
      aria-pressed={isOn}
      onClick={callback}
    >
      {sign ?? title}
    </button>
  )
}
