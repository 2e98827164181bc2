import { type Reported, toReportLink } from '../report-link.ts'

/** Adds to the link that reports a mistake what only the browser knows, when it is used. */
export function setUpReport() {
  const link = document.querySelector<HTMLAnchorElement>('[data-report]')
  if (!link) return
  const { to, ...reported } = JSON.parse(link.dataset.report!) as Reported & { to: string }
  const complete = () => {
    const marked = getSelection()?.toString() ?? ''
    link.href = toReportLink(to, { ...reported, browser: navigator.userAgent, marked })
  }
  for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, complete)
}
