/** Takes the keyboard and the scrollbar from all of the page but this element; returns how to give them back. */
export function coverPage(element: HTMLElement): () => void {
  const covered = siblingsOfAncestors(element).filter((it) => !it.inert)
  const { documentElement: page } = document
  covered.forEach((it) => (it.inert = true))
  page.style.overflow = 'hidden'
  return () => {
    covered.forEach((it) => (it.inert = false))
    page.style.overflow = ''
  }
}

function siblingsOfAncestors(element: HTMLElement): HTMLElement[] {
  const parent = element.parentElement
  if (!parent || element === document.body) return []
  const siblings = [...parent.children].filter((it) => it !== element)
  return [...siblings.filter((it) => it instanceof HTMLElement), ...siblingsOfAncestors(parent)]
}
