/** Whether the workbench is a part of the page that is scrolled: what comes may be out of sight. */
export function isInPage(): boolean {
  return matchMedia('(max-width: 1099px)').matches
}

/** Where the results are a part of the page that is scrolled: brings their beginning to the upper third of the window, unless it is there. */
export function goToResults(results: HTMLElement) {
  if (!isInPage()) return
  const { top } = results.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 3) results.scrollIntoView()
}
