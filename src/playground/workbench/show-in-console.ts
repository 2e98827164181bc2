/** Brings the line of a panel's console that shows this text into sight, and points at it for a moment. */
export function showInConsole(panel: Element, text: string) {
  const rows = [...panel.querySelectorAll<HTMLElement>('.wb-serial :is(summary, div:not(:has(div)))')]
  const row = rows.find((row) => row.textContent.includes(text))
  if (!row) return
  for (let parent = row.parentElement; parent; parent = parent.parentElement)
    if (parent instanceof HTMLDetailsElement && row.localName !== 'summary') parent.open = true
  row.scrollIntoView({ block: 'center' })
  row.animate({ backgroundColor: ['var(--crash-deep)', 'transparent'] }, { duration: 2000 })
}
