import { pageLanguage } from '#i18n/language.ts'
import { localPath, pathIn } from '#i18n/local-path.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { coursePath } from '../embed/course-path.ts'
import { openEmbed, titleOfPage } from '../embed/open-embed.ts'
import { goToPage } from '../go-to-page.ts'
import { copyProjectLink, showProjectQrCode, toLink } from '../share/share-project.ts'

/** Copies a link that holds the project. */
export function copyLink(open: OpenProject) {
  void copyProjectLink(open.current(), coursePath())
}

/** Shows that link as a QR code. */
export function showLink(open: OpenProject) {
  void showProjectQrCode(open.current(), coursePath())
}

/** Goes to the workspace with the project. */
export async function openInWorkspace(open: OpenProject) {
  const link = await toLink(open.current(), `${localPath('/workspace/')}?folder=playground`)
  if (link !== undefined) goToPage(link)
}

/** Shows how another site embeds the project. */
export async function embedProject(open: OpenProject) {
  const path = pathIn(pageLanguage(), '/embed/playground/')
  const link = await toLink(open.current(), path)
  if (link === undefined) return
  await openEmbed({ path, fragment: new URL(link).hash, title: titleOfPage(), hasSides: false })
}
