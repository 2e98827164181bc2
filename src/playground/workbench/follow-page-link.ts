import type { View } from '../program/view.ts'

/** Follows a link of the workbench to a place of the page around: leaves the layout that covers the page, and puts the focus there. */
export function followPageLink(event: MouseEvent, { layout }: View) {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]')
  const place = link && document.querySelector<HTMLElement>(link.hash)
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  layout.value = 'page'
  whenUncovered(place, () => {
    location.hash = link.hash
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus({ preventScroll: true })
  })
}

function whenUncovered(place: HTMLElement, callback: () => void) {
  if (place.closest('[inert]')) requestAnimationFrame(() => whenUncovered(place, callback))
  else callback()
}
