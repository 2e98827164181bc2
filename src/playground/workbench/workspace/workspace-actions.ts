import { showToast } from '../../notices/toasts.ts'
import { describeBadPath } from '../../workspace/file-path.ts'
import { mostFiles } from '../../workspace/file-text.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import type { Action } from '../actions.ts'
import { editorAction, workActions } from '../exercise-actions.ts'
import { askName } from '../playground/ask-name.ts'

/** What the menu of the workspace offers now. */
export function toWorkspaceMenu(open: OpenWorkspace): Action[][] {
  const shown = open.shown.value
  return [
    open.files.value.has(shown)
      ? [{ id: 'close', title: `Close ${shown}`, about: 'the file stays', callback: () => open.close(shown) }]
      : [],
    workActions,
    [editorAction()],
  ]
}

/** Asks for the name of a new file, and opens it. */
export async function addFile(open: OpenWorkspace) {
  const paths = pathsOf(open)
  if (paths.length >= mostFiles) return showToast(`A project has at most ${mostFiles} files.`)
  const describeBad = (path: string) => describeBadPath(path, paths)
  const path = await askName({
    title: 'Name of the new file',
    value: folderOf(open.shown.peek()),
    describeBad,
  })
  if (path === undefined) return
  open.put(path, '')
  open.show(path)
}

/** Asks for another name of the file in sight; with a folder in it, the file goes there. */
export async function renameShown(open: OpenWorkspace) {
  const from = open.shown.peek()
  const others = pathsOf(open).filter((path) => path !== from)
  const describeBad = (path: string) => describeBadPath(path, others)
  const to = await askName({ title: `New name of ${from}`, value: from, describeBad })
  if (to !== undefined && to !== from) open.rename(from, to)
}

/** Removes the file in sight, which can be undone. */
export function removeShown(open: OpenWorkspace) {
  const path = open.shown.peek()
  const text = open.texts()[path]
  if (text === undefined) return
  open.remove(path)
  const undo = () => (open.put(path, text), open.show(path))
  showToast(`${path} was removed.`, [{ label: 'Undo', callback: undo }])
}

function pathsOf(open: OpenWorkspace): string[] {
  return [...open.files.peek().keys(), ...open.others.peek().keys()]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
