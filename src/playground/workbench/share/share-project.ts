import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { toProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import { goToPage, isFramed } from '../go-to-page.ts'
import { exportWork } from '../work-files.ts'
import { showQrCode } from './show-qr-code.ts'

/** Makes a link that holds a project to a page, such as `/playground/`; undefined, and said so, where it would be too long. */
export async function toLink(project: Project, path: string): Promise<string | undefined> {
  const fragment = await toProjectFragment(project)
  if (fragment !== undefined) return new URL(`${path}#${fragment}`, location.href).href
  tellTooLong()
  return undefined
}

/** No frame offers an export. */
function tellTooLong() {
  if (isFramed())
    return showToast(t('This is too much code for a link. Select it in the editor, and copy it.'), [], true)
  const toExport = { label: t('Export'), callback: () => void exportWork() }
  showToast(t('This is too much code for a link. «Export» makes a file of all your work.'), [toExport])
}

/** Copies such a link, and offers it as a QR code. */
export async function copyProjectLink(project: Project, path: string) {
  const link = await toLink(project, path)
  if (link === undefined) return
  const qrCode = { label: t('QR code'), callback: () => void showQrCode(link) }
  try {
    await navigator.clipboard.writeText(link)
    showToast(t('Link copied. It holds all files as they are now; nothing is stored elsewhere.'), [qrCode])
  } catch {
    if (isFramed()) return offerToOpen(link)
    history.replaceState(null, '', link)
    showToast(t('The link is now in the address bar; this browser does not let a page copy it.'), [qrCode])
  }
}

/** A frame has no address bar. */
function offerToOpen(link: string) {
  const open = { label: t('Open the link'), callback: () => goToPage(link) }
  showToast(t('The page around this one does not let it copy a link. It can be opened, and copied there.'), [
    open,
  ])
}

/** Shows such a link as a QR code. */
export async function showProjectQrCode(project: Project, path: string) {
  const link = await toLink(project, path)
  if (link !== undefined) await showQrCode(link)
}

const reasons = {
  broken: () => t('This link is damaged: its code can’t be read. Perhaps it was cut when it was copied.'),
  newer: () =>
    t(
      'This link was made by a newer version of No Oops than the one that is open here. Reload the page, or ask for the code.',
    ),
  'too long': () => t('This link holds more code than the playground takes.'),
}

/** Says what is wrong with a link, and that nothing was changed. */
export function showBadLink(kind: keyof typeof reasons, what: string) {
  showToast(`${reasons[kind]()} ${what}`, [], true)
}
