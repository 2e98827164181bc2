import type { Embedded } from './embed-dialog.tsx'

/** Opens the window that shows how another site embeds a page of this one; it is loaded then. */
export async function openEmbed(embedded: Embedded) {
  const { showEmbed } = await import('./embed-dialog.tsx')
  showEmbed(embedded)
}

/** The title of this page, without the name of the site. */
export function titleOfPage(): string {
  return document.title.replace(/ · No Oops$/, '')
}
