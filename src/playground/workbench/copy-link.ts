import { showToast } from '../notices/toasts.ts'

/** Copies a link, and says what is in it. */
export async function copyLink(link: string, contents: string) {
  try {
    await navigator.clipboard.writeText(link)
    showToast(`Link copied. ${contents}`)
  } catch {
    history.replaceState(null, '', link)
    showToast('The link is now in the address bar; this browser does not let a page copy it.')
  }
}
