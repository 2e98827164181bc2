import type { ReadonlySignal } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import type { StepRef } from '#story/story.ts'

/** What the workbench needs of an editor: Monaco, or the plain one that stands in for it. */
export interface CodeEditor {
  kind: 'monaco' | 'plain'
  /** Puts the cursor there, brings it into sight and takes the focus. */
  goTo(position: Position): void
  /** Brings the place into sight, with the others if there is room; leaves cursor and focus where they are. */
  reveal(position: Position, others?: Position[]): void
  focus(): void
  hasFocus(): boolean
  /** Where the line of the cursor stands in the window, in pixels. */
  caret(): { top: number; bottom: number }
  /** Finds where a step stands in the text as it is now; undefined where the editor does not follow it. */
  placeOf(ref: StepRef): Position | undefined
  /** Whether Tab writes into the code; absent where it always leaves. */
  isEditing?: ReadonlySignal<boolean>
  /** How many lines are folded; absent where there is no folding. */
  folded?: ReadonlySignal<number>
  /** Shows all lines that are folded. */
  unfold?(): void
  /** Replaces the whole text as one step that undo takes back. */
  replace(text: string): void
}
