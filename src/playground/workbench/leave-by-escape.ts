import { presenting, togglePresenting } from './layout.ts'
import type { CodeEditor } from '../program/code-editor.ts'

/** What Esc leaves, and what it does first. */
export interface FullWindow {
  /** The editor in sight; there Esc ends the editing first. */
  editor(): CodeEditor | undefined
  leave(): void
}

/** Lets Esc leave what covers the window, or the presentation, unless something else takes the key, such as a menu, a terminal or a widget of the editor; returns how to end that. */
export function leaveByEscape({ editor, leave }: FullWindow): () => void {
  let isTaken = false
  // Before anybody else, for they change what they are asked.
  const before = (event: KeyboardEvent) => (isTaken = editor()?.isEditing?.peek() === true || hasOther(event))
  // What takes the key keeps it from here.
  const after = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && !isTaken) presenting.peek() ? togglePresenting() : leave()
  }
  document.addEventListener('keydown', before, true)
  document.addEventListener('keydown', after)
  return () => {
    document.removeEventListener('keydown', before, true)
    document.removeEventListener('keydown', after)
  }
}

/** Who has the keys of vim presses it at every turn; of the others nobody is told that they take the key, or do something beside. */
const others = 'input, select, .wb-help, .wb-editor:has(.wb-vim-status)'

function hasOther({ target }: KeyboardEvent): boolean {
  const isInOther = target instanceof Element && target.closest(others) !== null
  return isInOther || document.querySelector(':popover-open, dialog[open]') !== null
}
