import { pageLanguage } from '#i18n/language.ts'
import { localPath, pathIn } from '#i18n/local-path.ts'
import { sitePath } from '#protocol/site-path.ts'
import { t } from '#i18n/t.ts'
import { showToast } from '../../notices/toasts.ts'
import { describeBadPath } from '../../workspace/file-path.ts'
import { mostFiles } from '../../workspace/file-text.ts'
import { withdrawConsent } from '../../workspace/container/consent.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import type { Action } from '../actions.ts'
import { editorAction, workActions } from '../exercise-actions.ts'
import { lessonOf, toProject } from '../../workspace/workspace-project.ts'
import { askName } from '../playground/ask-name.ts'
import { toLink } from '../share/share-project.ts'
import { downloadZip, uploadFiles } from './move-files.ts'

/** What the menu of the workspace offers now. */
export function toWorkspaceMenu(open: OpenWorkspace, kind: 'own' | 'container'): Action[][] {
  const shown = open.shown.value
  return [
    open.files.value.has(shown)
      ? [
          {
            id: 'close',
            title: t('Close {file}', { file: shown }),
            about: t('the file stays'),
            callback: () => open.close(shown),
          },
        ]
      : [],
    [
      {
        id: 'download',
        title: t('Download'),
        about: t('all files, as a zip'),
        callback: () => void downloadZip(open),
      },
      { id: 'upload', title: t('Upload'), about: t('a zip, or files'), callback: () => uploadFiles(open) },
    ],
    toPlaces(open, shown),
    workActions(),
    [editorAction(), ...(kind === 'own' ? [toContainer()] : toOwn())],
  ]
}

/** Each engine has a page of its own: only one of them may load anything from others. */
const toContainer = (): Action => ({
  id: 'container',
  title: t('Use a WebContainer'),
  about: t('Node and its shell, by StackBlitz'),
  callback: () => location.assign(localPath('/workspace/container/')),
})

const toOwn = (): Action[] => [
  { id: 'own', title: t('Use our own shell'), callback: () => location.assign(localPath('/workspace/')) },
  {
    id: 'forget',
    title: t('Forget that I agreed'),
    about: t('to load from StackBlitz'),
    callback: () => (withdrawConsent(), location.assign(localPath('/workspace/'))),
  },
]

/** Where else the program in sight can be worked on. */
function toPlaces(open: OpenWorkspace, shown: string): Action[] {
  const texts = open.texts()
  if (!toProject(shown, texts)) return []
  const lesson = lessonOf(shown, texts)
  async function go(path: string) {
    // As the files are now: the terminal may have written since the menu was made.
    const project = toProject(shown, open.texts())
    const link = project && (await toLink(project, path))
    if (link !== undefined) location.assign(link)
  }
  return [
    {
      id: 'playground',
      title: t('Open in the playground'),
      callback: () => void go(localPath('/playground/')),
    },
    ...(lesson === undefined
      ? []
      : [
          {
            ...{ id: 'lesson', title: t('Open in its lesson'), about: lesson },
            callback: () => void findLesson(lesson).then(go),
          },
        ]),
  ]
}

/** Finds the path of a lesson’s page: in the language of this page where there is one. */
async function findLesson(slug: string): Promise<string> {
  const [own, english] = [pathIn(pageLanguage(), `/${slug}/`), sitePath(`/${slug}/`)]
  if (own === english) return english
  const answer = await fetch(own, { method: 'HEAD' }).catch(() => undefined)
  return answer?.ok ? own : english
}

/** Asks for the name of a new file, and opens it. */
export async function addFile(open: OpenWorkspace) {
  const paths = pathsOf(open)
  if (paths.length >= mostFiles)
    return showToast(t('A project has at most {most} files.', { most: mostFiles }))
  const describeBad = (path: string) => describeBadPath(path, paths)
  const path = await askName({
    title: t('Name of the new file'),
    value: folderOf(open.shown.peek()),
    describeBad,
  })
  if (path === undefined) return
  const why = open.put(path, '')
  if (why !== undefined) showToast(why)
  open.show(path)
}

/** Asks for another name of the file in sight; with a folder in it, the file goes there. */
export async function renameShown(open: OpenWorkspace) {
  const from = open.shown.peek()
  const others = pathsOf(open).filter((path) => path !== from)
  const describeBad = (path: string) => describeBadPath(path, others)
  const to = await askName({ title: t('New name of {file}', { file: from }), value: from, describeBad })
  if (to !== undefined && to !== from) open.rename(from, to)
}

/** Removes the file in sight, which can be undone. */
export function removeShown(open: OpenWorkspace) {
  const path = open.shown.peek()
  const text = open.texts()[path]
  if (text === undefined) return
  open.remove(path)
  const undo = () => (void open.put(path, text), open.show(path))
  showToast(t('{file} was removed.', { file: path }), [{ label: t('Undo'), callback: undo }])
}

function pathsOf(open: OpenWorkspace): string[] {
  return [...open.files.peek().keys(), ...open.others.peek().keys()]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
