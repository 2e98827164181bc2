import { t } from '#i18n/t.ts'

/** Adds, at the end of the section «Fix it» of a text, a link to the workbench, which stands far below on a phone; a text without one stays. */
export function addWayToWorkbench(html: string): string {
  const heading = html.search(/<h2 id="(fix|beheben)/)
  if (heading === -1) return html
  const next = html.indexOf('<h2', heading + 1)
  const end = next === -1 ? html.length : next
  return html.slice(0, end) + toWay() + html.slice(end)
}

function toWay(): string {
  return `<p class="to-workbench"><a href="#workbench">${t('To the editor ↓')}</a></p>`
}
