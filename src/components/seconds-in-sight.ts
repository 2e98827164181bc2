/** How long the question or task around an element has been in sight, for the log; nothing until somebody is seen to read. */
export function secondsInSight(element: Element): { seconds?: number } {
  const since = element.closest<HTMLElement>('[data-since]')?.dataset.since
  return since === undefined ? {} : { seconds: Math.round((Date.now() - Number(since)) / 1000) }
}
