import { effect } from '@preact/signals'
import { placeDuties } from '../program/place-duties.ts'
import type { ProgramSession } from '../program/program-session.ts'
import * as monaco from './monaco.ts'
import './duty-lights.css'

type Editor = monaco.editor.IStandaloneCodeEditor

/**
 * Marks the lines that carry duties, tells which duty has the pointer or the cursor, and lights up the lines of the one that has it, on
 * whichever side; until it is ended.
 */
export function createDutyLights(editor: Editor, program: ProgramSession): () => void {
  const duties = markDuties(editor.getModel()!, program)
  const lights = editor.createDecorationsCollection()
  const dutyAt = (line: number | undefined) =>
    line === undefined
      ? undefined
      : duties.find(({ rangesNow }) => rangesNow().some((range) => holds(range, line)))
  const pointAt = (line: number | undefined, hasCursor: boolean) => {
    const duty = dutyAt(line)
    program.pointAtDuty(duty && { name: duty.name, hasCursor })
  }
  const pointAtCursor = () =>
    pointAt(editor.hasTextFocus() ? editor.getPosition()?.lineNumber : undefined, true)
  const ends = [
    editor.onMouseMove(({ target }) => pointAt(target.position?.lineNumber, false)),
    editor.onMouseLeave(pointAtCursor),
    editor.onDidChangeCursorPosition(pointAtCursor),
    editor.onDidBlurEditorText(pointAtCursor),
  ].map((registered) => () => registered.dispose())
  const follow = effect(() => {
    const lit = program.duty.value
    const ranges = duties.find(({ name }) => name === lit?.name)?.rangesNow() ?? []
    lights.set(ranges.map((range) => ({ range, options: { isWholeLine: true, className: 'wb-duty-lit' } })))
    if (lit?.hasCursor && ranges.length > 0 && !editor.hasTextFocus()) reveal(editor, ranges)
  })
  return () => [follow, ...ends].forEach((end) => end())
}

interface TrackedDuty {
  name: string
  /** Where its lines are in the text as it is now. */
  rangesNow(): monaco.Range[]
}

function markDuties(
  model: monaco.editor.ITextModel,
  { opening, given, text }: ProgramSession,
): TrackedDuty[] {
  return placeDuties(opening.duties, given, text.peek()).map(({ name, lines }) => {
    const ids = model.deltaDecorations([], lines.map(toMark))
    return { name, rangesNow: () => ids.flatMap((id) => model.getDecorationRange(id) ?? []) }
  })
}

function toMark(line: number): monaco.editor.IModelDeltaDecoration {
  const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges
  const options = { isWholeLine: true, marginClassName: 'wb-duty-mark', stickiness }
  return { range: new monaco.Range(line, 1, line, 1), options }
}

function holds({ startLineNumber, endLineNumber }: monaco.Range, line: number): boolean {
  return startLineNumber <= line && line <= endLineNumber
}

function reveal(editor: Editor, ranges: monaco.Range[]) {
  const lines = ranges.map(({ startLineNumber }) => startLineNumber)
  editor.revealLinesInCenterIfOutsideViewport(Math.min(...lines), Math.max(...lines))
}
