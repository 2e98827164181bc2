import type { Position } from '#protocol/diagnostic.ts'

/** The place in static code that was clicked; undefined where the browser can't tell or it was beside the code. */
export function positionOfClick(event: MouseEvent, code: Element): Position | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY)
  const lines = [...code.querySelectorAll('.line > .src')]
  const index = lines.findIndex((line) => line.contains(caret?.offsetNode ?? null))
  if (!caret || index === -1) return undefined
  const before = document.createRange()
  before.selectNodeContents(lines[index]!)
  before.setEnd(caret.offsetNode, caret.offset)
  return { line: index + 1, column: before.toString().length + 1 }
}
