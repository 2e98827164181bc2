import type { Position } from '#protocol/diagnostic.ts'
import * as monaco from './monaco.ts'

type Editor = monaco.editor.IStandaloneCodeEditor

/** Brings the place into sight, with room for its label below it, and with the others if they fit; what is on is nearest to the left. */
export function revealPlaces(editor: Editor, place: Position, others: Position[] = []) {
  if (!editor.getModel()) return
  revealLines(editor, place.line, [place.line, ...others.map(({ line }) => line)])
  makeRoomBelow(editor, place.line)
  revealColumn(editor, place)
}

/** All of the lines where they fit into the window, else the first. */
export function revealLines(editor: Editor, line: number, lines: number[]) {
  if (!editor.getModel()) return
  const [from, to] = [Math.min(...lines), Math.max(...lines)]
  const height = editor.getTopForLineNumber(to + 1) - editor.getTopForLineNumber(from)
  if (height < editor.getLayoutInfo().height) editor.revealLinesInCenterIfOutsideViewport(from, to)
  else editor.revealLineInCenterIfOutsideViewport(line)
}

/** Rows that a label takes below its line where its own is full. */
const labelRows = 3

function makeRoomBelow(editor: Editor, line: number) {
  const row = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const top = editor.getTopForLineNumber(line)
  const lacking = top + (1 + labelRows) * row - editor.getScrollTop() - editor.getLayoutInfo().height
  const free = top - editor.getScrollTop()
  if (lacking > 0) editor.setScrollTop(editor.getScrollTop() + Math.min(lacking, Math.max(0, free)))
}

function revealColumn(editor: Editor, { line, column }: Position) {
  const { contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo()
  const at = editor.getOffsetForColumn(line, column)
  if (at < (contentWidth - verticalScrollbarWidth) * 0.8) editor.setScrollLeft(0)
  else editor.revealPosition({ lineNumber: line, column })
}
