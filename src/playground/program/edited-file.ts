import { effect, type Signal, signal, untracked } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import type { CodeEditor } from './code-editor.ts'
import { type EditHistory, recordHistory } from './edit-history.ts'
import type { Opening } from './place-folds.ts'

/** A file that the reader edits. */
export interface EditedFile {
  file: string
  /** As the exercise gives it. */
  given: string
  opening: Opening
  text: Signal<string>
  history: EditHistory
  /** Undefined while there is none, such as before the file was first in sight. */
  editor: Signal<CodeEditor | undefined>
  /** Replaces the text; the editor's undo brings the old one back. */
  replace(text: string): void
  /** Brings the file into sight, puts the cursor at the place and takes the focus. */
  goTo(position: Position): void
}

/** What an edited file begins with. */
export interface EditedFileOptions {
  file: string
  given: string
  /** Absent: all of it, from the first line. */
  opening?: Opening
  /** The reader's own version; undefined where there is none. */
  saved: string | undefined
  /** Name of the file that is in sight; `goTo` changes it. */
  shown: Signal<string>
  /** How the text came about, where that is known. */
  earlier?: EditHistory | undefined
}

/** Creates a file to edit: the reader's own version, else the text as it is given. */
export function createEditedFile({
  file,
  given,
  opening = { duties: [], folds: [], line: 1 },
  saved,
  shown,
  earlier,
}: EditedFileOptions): EditedFile {
  const text = signal(saved ?? given)
  const editor = signal<CodeEditor>()
  return {
    ...{ file, given, opening, text, editor, history: recordHistory(text, earlier) },
    replace: (next) => (editor.value ? editor.value.replace(next) : void (text.value = next)),
    goTo: (position) => afterShowing(shown, file, () => whenThere(editor, (it) => it.goTo(position))),
  }
}

/** What is out of sight can't take the focus. */
function afterShowing(shown: Signal<string>, file: string, callback: () => void) {
  if (shown.value === file) return callback()
  shown.value = file
  requestAnimationFrame(callback)
}

/** A file that was never in sight has no editor yet. */
function whenThere(editor: Signal<CodeEditor | undefined>, callback: (editor: CodeEditor) => void) {
  const stop = effect(() => {
    const there = editor.value
    if (!there) return
    queueMicrotask(() => stop())
    untracked(() => callback(there))
  })
}
