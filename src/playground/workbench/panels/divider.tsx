import { useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import { readStored, save } from '../../storage/storage.ts'
import './divider.css'

/** Between C and Rust. */
export function Divider() {
  return (
    <Separator
      orientation="vertical"
      label={t('Width of the C side')}
      {...{ name: 'split', within: '.wb-editors', first: 50, least: 20, most: 80 }}
    />
  )
}

/** Between the editors and the results. */
export function ResultsDivider() {
  return (
    <Separator
      orientation="horizontal"
      label={t('Height of the results')}
      {...{ name: 'results', within: '.workbench', least: 15, most: 75 }}
    />
  )
}

interface Props {
  /** `vertical`: between left and right. */
  orientation: 'vertical' | 'horizontal'
  label: string
  /** Its place is kept under this name; with `--` before it, it is the style that says how large the first part, or the lower one, is, in percent. */
  name: 'split' | 'results'
  /** The element that both parts are in. */
  within: string
  /** Where it is until it is moved; absent where the stylesheet says so. */
  first?: number
  least: number
  most: number
}

/** Between two parts: dragged, or moved by arrow keys. A double click puts it back to where it was at first. */
function Separator({ orientation, label, name, within, first, least, most }: Props) {
  const [percent, setPercent] = useState(() => readPercent(name, { least, most }) ?? first)
  const put = (handle: HTMLElement, to: number | undefined) =>
    handle.closest<HTMLElement>(within)?.style.setProperty(`--${name}`, to === undefined ? null : `${to}%`)
  function move(handle: HTMLElement, to: number | undefined) {
    const next = to === undefined ? first : Math.min(most, Math.max(least, to))
    setPercent(next)
    put(handle, next)
    save(name, next)
  }
  const now = (handle: HTMLElement) => percent ?? measure(handle, { orientation, within })
  const keys: Record<string, number> =
    orientation === 'vertical' ? { ArrowLeft: -2, ArrowRight: 2 } : { ArrowDown: -2, ArrowUp: 2 }
  return (
    <div
      class={`wb-divider wb-divider-${orientation}`}
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={Math.round(percent ?? least)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      ref={(handle) => void (handle && put(handle, percent))}
      onFocus={({ currentTarget }) => setPercent(now(currentTarget))}
      onDblClick={({ currentTarget }) => move(currentTarget, undefined)}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={({ currentTarget, pointerId, clientX: x, clientY: y }) => {
        if (currentTarget.hasPointerCapture(pointerId))
          move(currentTarget, percentAt(currentTarget, { x, y }, { orientation, within }))
      }}
      onKeyDown={(event) => {
        const step = keys[event.key]
        if (step === undefined) return
        event.preventDefault()
        move(event.currentTarget, now(event.currentTarget) + step)
      }}
    />
  )
}

function readPercent(name: string, { least, most }: Pick<Props, 'least' | 'most'>): number | undefined {
  const stored = readStored(name)
  return typeof stored === 'number' && least <= stored && stored <= most ? stored : undefined
}

type Lies = Pick<Props, 'orientation' | 'within'>

function measure(handle: HTMLElement, lies: Lies): number {
  const { x, y } = handle.parentElement!.getBoundingClientRect()
  return percentAt(handle, { x, y }, lies)
}

function percentAt(
  handle: HTMLElement,
  { x, y }: { x: number; y: number },
  { orientation, within }: Lies,
): number {
  const { left, width, bottom, height } = handle.closest(within)!.getBoundingClientRect()
  return (orientation === 'vertical' ? (x - left) / width : (bottom - y) / height) * 100
}
