import { showInScroller } from './show-in-scroller.ts'

/** Brings the line of a panel's console that shows this text into sight, gives it the focus, and points at it for a moment. */
export function showInConsole(panel: Element, text: string, isGood = false) {
  const rows = [...panel.querySelectorAll<HTMLElement>('.wb-serial :is(summary, div:not(:has(div)))')]
  const row = rows.find((row) => row.textContent.includes(text))
  if (!row) return
  for (let parent = row.parentElement; parent; parent = parent.parentElement)
    if (parent instanceof HTMLDetailsElement && row.localName !== 'summary') parent.open = true
  if (row.localName !== 'summary') row.tabIndex = -1
  row.focus({ preventScroll: true })
  showRow(row)
  const backgroundColor = [isGood ? 'var(--lit)' : 'var(--crash-deep)', 'transparent']
  row.animate({ backgroundColor }, { duration: 2000 })
}

/** The console scrolls in the panel, and both in a page that scrolls too: each only where it has to. */
function showRow(row: HTMLElement) {
  showInScroller(row, 'center')
  const console = row.closest<HTMLElement>('.wb-serial')!
  if (!showInScroller(console)) row.scrollIntoView({ block: 'nearest' })
}
