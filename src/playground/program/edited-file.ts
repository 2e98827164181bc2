import { effect, type Signal, signal, untracked } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import type { CodeEditor } from './code-editor.ts'

/** One text under the reader's hands. */
export interface EditedFile {
  file: string
  /** As the exercise gives it. */
  given: string
  text: Signal<string>
  editor: Signal<CodeEditor | undefined>
  /** Replaces the text, so that the editor's undo brings it back. */
  replace(text: string): void
  /** Brings the file and the place in it into sight. */
  goTo(position: Position): void
}

/** What a sheet is made of; `shown` is the name of the file that is in sight. */
export interface EditedFileOptions {
  file: string
  given: string
  /** The reader's version. */
  saved: string | undefined
  shown: Signal<string>
}

/** A text to edit. */
export function createEditedFile({ file, given, saved, shown }: EditedFileOptions): EditedFile {
  const text = signal(saved ?? given)
  const editor = signal<CodeEditor>()
  return {
    ...{ file, given, text, editor },
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
