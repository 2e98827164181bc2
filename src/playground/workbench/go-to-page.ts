/** Goes to another page of the site; from within a frame in a new tab, as no frame may show that page. */
export function goToPage(href: string) {
  if (isFramed()) window.open(href, '_blank', 'noopener')
  else location.assign(href)
}

/** Whether another page shows this one in a frame. */
export function isFramed(): boolean {
  return window.parent !== window
}
