import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { readProjectFragment } from '../../project/project-link.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import { toFiles, toFreeFolder } from '../../workspace/workspace-project.ts'
import { showBadLink } from '../share/share-project.ts'

/** Puts the project that came in the address into a folder of its own, and gives that; undefined where there came none. The address has it no more then. */
export async function openLinked(open: OpenWorkspace): Promise<string | undefined> {
  const linked = await readProjectFragment(location.hash)
  if (linked.kind === 'none') return undefined
  const search = new URLSearchParams(location.search)
  history.replaceState(null, '', location.pathname)
  if (linked.kind !== 'project') {
    showBadLink(linked.kind, t('Your own files are here as they were.'))
    return undefined
  }
  const lesson = search.get('lesson') ?? undefined
  const files = toFiles(linked.project, lesson)
  const folder = toFreeFolder(lesson ?? search.get('folder') ?? 'project', files, open.texts())
  const refused = Object.entries(files).flatMap(([path, text]) => open.put(`${folder}/${path}`, text) ?? [])
  open.show(`${folder}/${linked.project.shown ?? Object.keys(files)[0]}`)
  showToast(refused[0] ?? t('The files are in the folder {folder}.', { folder }))
  return folder
}
