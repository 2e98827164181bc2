import type { Position } from '#protocol/diagnostic.ts'

/** What the workbench needs of an editor, whichever it is. */
export interface CodeEditor {
  kind: 'monaco' | 'plain'
  /** Puts the cursor there, brings it into sight and takes the focus. */
  goTo(position: Position): void
  /** Brings the place into sight, and leaves cursor and focus where they are. */
  reveal(position: Position): void
  hasFocus(): boolean
  /** Replaces the whole text as one step that undo takes back. */
  replace(text: string): void
}
