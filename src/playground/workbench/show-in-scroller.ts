/** Brings an element into sight by the scroller of its panel alone; false where no panel scrolls, as on a phone. */
export function showInScroller(element: HTMLElement, block: 'nearest' | 'center' = 'nearest'): boolean {
  const scroller = scrollerOf(element.parentElement)
  if (!scroller) return false
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const above = inner.top - outer.top - margin
  const below = inner.bottom - outer.bottom + margin
  if (block === 'center') scroller.scrollTop += (above + below) / 2
  else if (above < 0 || inner.height > outer.height) scroller.scrollTop += above
  else if (below > 0) scroller.scrollTop += below
  return true
}

/** So that it does not stand at the very edge, in pixels. */
const margin = 6

function scrollerOf(element: HTMLElement | null): HTMLElement | undefined {
  if (!element || element.matches('.workbench')) return undefined
  const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY)
  return scrolls && element.scrollHeight > element.clientHeight + 1
    ? element
    : scrollerOf(element.parentElement)
}
