import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { autosave, type SaveState } from '../program/autosave.ts'
import { createEditedFile, type EditedFile } from '../program/edited-file.ts'
import { onWindow } from '../program/on-window.ts'
import { readSavedCode, removeSavedCode, saveCode, savedCodeName } from '../storage/saved-code.ts'
import { type SaveResult, storedNames, workReplaced } from '../storage/storage.ts'
import { isWorkspacePath } from './file-path.ts'

/** A file of the workspace as the page has it. */
export interface WorkspaceFile {
  edited: EditedFile
  saved: ReadonlySignal<SaveState>
}

/** The files of the workspace that are texts; each is saved in this browser as it changes. */
export interface FileSet {
  /** By their paths, sorted. */
  files: ReadonlySignal<ReadonlyMap<string, WorkspaceFile>>
  texts(): Record<string, string>
  /** Adds a file, or replaces its text. */
  put(path: string, text: string): SaveResult
  remove(path: string): void
  end(): void
}

const folder = 'workspace/'

/** Opens the files that this browser has; where it has none, those to begin with. */
export function openFileSet(shown: Signal<string>, begin: Record<string, string>): FileSet {
  const files = signal<ReadonlyMap<string, OpenFile>>(new Map())
  const set = (entries: Iterable<[string, OpenFile]>) => {
    files.value = new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  const open = (path: string, given: string): OpenFile => {
    const edited = createEditedFile({ file: path, given, saved: undefined, shown })
    const { state, end } = autosave(keyOf(path), edited)
    return { edited, saved: state, end }
  }
  function put(path: string, text: string): SaveResult {
    const known = files.peek().get(path)
    if (known) {
      if (known.edited.text.peek() !== text) known.edited.replace(text)
      return 'saved'
    }
    const result = saveCode(keyOf(path), { text, savedAt: new Date().toISOString() })
    set([...files.peek(), [path, open(path, text)]])
    return result
  }
  function close(path: string) {
    files.peek().get(path)?.end()
    set([...files.peek()].filter(([other]) => other !== path))
  }
  const remove = (path: string) => (close(path), removeSavedCode(keyOf(path)))
  /** Another tab has added or removed a file, or an import has. */
  function takeStored() {
    const stored = new Set(savedPaths())
    for (const path of stored) if (!files.peek().has(path)) openSaved(path)
    for (const [path, { saved }] of files.peek())
      if (!stored.has(path) && saved.peek() === 'saved') close(path)
  }
  function openSaved(path: string) {
    const text = readSavedCode(keyOf(path))?.text
    if (text !== undefined) set([...files.peek(), [path, open(path, text)]])
  }
  const saved = savedPaths()
  saved.forEach(openSaved)
  if (saved.length === 0) for (const [path, text] of Object.entries(begin)) put(path, text)
  const ends = [onWindow('storage', takeStored), onWindow(workReplaced, takeStored)]
  return {
    ...{ files, put, remove },
    texts: () =>
      Object.fromEntries([...files.peek()].map(([path, { edited }]) => [path, edited.text.peek()])),
    end: () => [...ends, ...[...files.peek().values()].map(({ end }) => end)].forEach((end) => end()),
  }
}

interface OpenFile extends WorkspaceFile {
  end(): void
}

function keyOf(path: string): string {
  return folder + path
}

/** What another site or an older version may have left there is no file. */
function savedPaths(): string[] {
  const names = storedNames(savedCodeName(folder)).map((name) => name.slice(savedCodeName(folder).length))
  return names.filter(isWorkspacePath).sort()
}
