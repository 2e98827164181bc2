import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { toProjectFragment } from '../../project/project-link.ts'
import type { Project } from '../../project/project.ts'
import { goToPage, isFramed } from '../go-to-page.ts'
import { exportWork } from '../work-files.ts'
import { fitsQrCode, showQrCode } from './show-qr-code.ts'

/** Makes a link that holds a project to a page, such as `/playground/`; undefined, and said so, where it would be too long. */
export async function toLink(project: Project, path: string): Promise<string | undefined> {
  const fragment = await toProjectFragment(project)
  if (fragment !== undefined) return toUrl(`${path}#${fragment}`)
  tellTooLong()
  return undefined
}

/** The whole address of a path. */
export function toUrl(path: string): string {
  return new URL(path, location.href).href
}

/** Says that there is too much code for any link. No frame offers an export. */
export function tellTooLong() {
  if (isFramed())
    return showToast(t('This is too much code for a link. Select it in the editor, and copy it.'), [], true)
  const toExport = { label: t('Export'), callback: () => void exportWork() }
  showToast(t('This is too much code for a link. «Export» makes a file of all your work.'), [toExport])
}

/** Copies such a link, and offers it as a QR code. */
export async function copyProjectLink(project: Project, path: string) {
  const link = await toLink(project, path)
  if (link !== undefined) await copyLink(link, describeLinked())
}

/** Says that a link was copied, and what it holds. */
export function describeLinked(): string {
  return t('Link copied. It holds all files as they are now; nothing is stored elsewhere.')
}

/** Copies a link, says so, and offers it as a QR code where it fits into one. */
export async function copyLink(link: string, words: string) {
  const fits = fitsQrCode(link)
  const qrCode = { label: t('QR code'), callback: () => void showQrCode(link) }
  const show = (sentence: string) =>
    showToast(
      fits ? sentence : `${sentence} ${t('It is too long for a QR code.')}`,
      fits ? [qrCode] : [],
      false,
    )
  try {
    await navigator.clipboard.writeText(link)
    show(words)
  } catch {
    if (isFramed()) return offerToOpen(link)
    history.replaceState(null, '', link)
    show(t('The link is now in the address bar; this browser does not let a page copy it.'))
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
  changed: () =>
    t(
      'This lesson was changed since the link was made, and what the link holds does not fit it any more. Ask for the code itself.',
    ),
  'too long': () => t('This link holds more code than the playground takes.'),
}

/** Says what is wrong with a link, and that nothing was changed. */
export function showBadLink(kind: keyof typeof reasons, what: string) {
  showToast(`${reasons[kind]()} ${what}`.trim(), [], true)
}
