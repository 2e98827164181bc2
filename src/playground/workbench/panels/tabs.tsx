import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import './tabs.css'

/** One of several panels, of which one is in sight. */
export interface Tab {
  id: string
  title: string
  /** Stands before the title: the language. */
  lead?: string
  /** Stands after the title, such as a count. */
  mark?: string
  /** What it shows is in sight beside that of the chosen one. */
  isBeside?: boolean
}

interface Props {
  tabs: Tab[]
  chosen: string
  choose: (id: string) => void
  /** What the tabs are about. */
  label: string
  /** Begins the ids of the panels. */
  prefix: string
}

/** A row of tabs; arrow keys go from one to the next. */
export function Tabs({ tabs, chosen, choose, label, prefix }: Props) {
  const row = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const index = tabs.findIndex(({ id }) => id === chosen)
    const next = (index + step + tabs.length) % tabs.length
    choose(tabs[next]!.id)
    row.current!.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={row} class="wb-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title, lead, mark, isBeside }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class={isBeside ? 'is-beside' : undefined}
          id={`${prefix}-${id}-tab`}
          aria-selected={id === chosen}
          aria-controls={`${prefix}-${id}`}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {lead && <b class={`wb-lead-${lead}`}>{lead} </b>}
          {title}
          {mark && <span class="wb-mark">{mark}</span>}
        </button>
      ))}
    </div>
  )
}

interface PanelProps {
  id: string
  prefix: string
  isShown: boolean
  onFocus?: () => void
  /** Where two are in sight: the one on which it stands. */
  side?: 'c' | 'rust'
  children: ComponentChildren
}

/** What a tab shows; panels out of sight stay in the page. */
export function TabPanel({ id, prefix, isShown, onFocus, side, children }: PanelProps) {
  return (
    <div
      role="tabpanel"
      id={`${prefix}-${id}`}
      aria-labelledby={`${prefix}-${id}-tab`}
      hidden={!isShown}
      data-side={side}
      onFocusCapture={onFocus}
    >
      {children}
    </div>
  )
}
