import { useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { readStored, save } from '../../storage/storage.ts'
import './divider.css'

const least = 20
const most = 80

/** Between two sides: dragged, or moved by arrow keys. Its place is kept; it is given to the parent as `--split`, in percent. */
export function Divider() {
  const [percent, setPercent] = useState(readPercent)
  function move(to: number, handle: HTMLElement) {
    const next = Math.min(most, Math.max(least, to))
    setPercent(next)
    handle.parentElement!.style.setProperty('--split', `${next}%`)
    save('split', next)
  }
  return (
    <div
      class="wb-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('Width of the C side')}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      ref={(handle) => handle?.parentElement!.style.setProperty('--split', `${percent}%`)}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={({ currentTarget, pointerId, clientX }) => {
        if (currentTarget.hasPointerCapture(pointerId))
          move(toPercent(clientX, currentTarget.parentElement!), currentTarget)
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key]
        if (step !== undefined) move(percent + step, event.currentTarget)
      }}
    />
  )
}

function readPercent(): number {
  const stored = readStored('split')
  return typeof stored === 'number' && least <= stored && stored <= most ? stored : 50
}

function toPercent(x: number, parent: HTMLElement): number {
  const { left, width } = parent.getBoundingClientRect()
  return ((x - left) / width) * 100
}
