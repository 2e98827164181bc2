import { type ReadonlySignal, signal } from '@preact/signals'
import type * as monaco from './monaco.ts'

/** Whether Tab writes into the code, or leaves it. */
export interface TabGuard {
  isEditing: ReadonlySignal<boolean>
  end(): void
}

type Editor = monaco.editor.IStandaloneCodeEditor

/** Lets Tab leave the editor unless the reader edits: has clicked into it or typed since the focus came, and not pressed Esc. */
export function guardTab(host: HTMLElement, editor: Editor, wasEditing: boolean): TabGuard {
  const isEditing = signal(wasEditing)
  const set = (value: boolean) => () => (isEditing.value = value)
  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') isEditing.value = false
    // Unseen by Monaco, the browser moves the focus.
    if (event.key === 'Tab' && !isEditing.peek() && editor.hasTextFocus()) event.stopImmediatePropagation()
  }
  host.addEventListener('keydown', onKey, true)
  const listening = [
    editor.onMouseDown(set(true)),
    editor.onDidChangeModelContent(() => editor.hasTextFocus() && set(true)()),
    // Not where the whole window loses the focus: who comes back goes on.
    editor.onDidBlurEditorText(() => document.hasFocus() && set(false)()),
  ]
  return {
    isEditing,
    end() {
      host.removeEventListener('keydown', onKey, true)
      listening.forEach((registered) => registered.dispose())
    },
  }
}
