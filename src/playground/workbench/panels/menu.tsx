import { useRef } from 'preact/hooks'
import type { Action } from '../actions.ts'
import './menu-list.css'
import './menu.css'

interface Props {
  id: string
  label: string
  /** What the button shows. */
  sign: string
  groups: Action[][]
}

/** With so much room below its button a menu is not put above it, in pixels. */
const enough = 300

/** A button that opens a list of actions over the page, within the window; arrow keys go through it, Esc closes it. */
export function Menu({ id, label, sign, groups }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const shown = groups.filter((group) => group.length > 0)
  return (
    <>
      <button
        ref={button}
        type="button"
        class="wb-button wb-menu-button"
        aria-label={label}
        title={label}
        popovertarget={id}
      >
        {sign}
      </button>
      <div
        ref={list}
        id={id}
        class="wb-menu"
        popover="auto"
        role="group"
        aria-label={label}
        onBeforeToggle={() => putBelow(list.current!, button.current!)}
        onKeyDown={(event) => walk(event, list.current!)}
      >
        {shown.map((group, index) => (
          <ul key={index} role="list">
            {group.map((action, at) => (
              <li key={action.id} class={`wb-entry-${action.id}`}>
                <Entry action={action} isFirst={index + at === 0} close={() => list.current!.hidePopover()} />
              </li>
            ))}
          </ul>
        ))}
      </div>
    </>
  )
}

function Entry({ action, isFirst, close }: { action: Action; isFirst: boolean; close: () => void }) {
  const { title, about, callback, isOn } = action
  return (
    <button
      type="button"
      autofocus={isFirst}
      aria-pressed={isOn}
      onClick={() => {
        close()
        callback()
      }}
    >
      <span>{title}</span>
      {about && <span class="wb-menu-about">{about}</span>}
    </button>
  )
}

function putBelow(list: HTMLElement, button: HTMLElement) {
  const { top, bottom, right } = button.getBoundingClientRect()
  const [above, below] = [top - 8, innerHeight - bottom - 8]
  const isBelow = below >= Math.min(above, enough)
  list.style.top = isBelow ? `${bottom + 4}px` : 'auto'
  list.style.bottom = isBelow ? 'auto' : `${innerHeight - top + 4}px`
  list.style.maxHeight = `${isBelow ? below : above}px`
  list.style.right = `${Math.max(4, document.documentElement.clientWidth - right)}px`
}

function walk(event: KeyboardEvent, list: HTMLElement) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const entries = [...list.querySelectorAll('button')].filter((entry) => entry.checkVisibility())
  const at = entries.indexOf(document.activeElement as HTMLButtonElement)
  entries.at((at + step) % entries.length)?.focus()
}
