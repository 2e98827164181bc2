import { type ReadonlySignal, signal } from '@preact/signals'
import { describeFold } from '#course/describe-fold.ts'
import { tn } from '#i18n/t.ts'
import type { Fold } from '../program/place-folds.ts'
import * as monaco from './monaco.ts'
import { type Lines, type Rows, toRows } from './rows.ts'
import './folds.css'

/** Lines that are hidden behind one that says what they are. */
export interface Folds {
  rows(): Rows
  /** How many lines are hidden now. */
  hidden: ReadonlySignal<number>
  /** Opens what hides one of these lines, if anything does. */
  reveal(lines: number[]): void
  openAll(): void
  end(): void
}

type Editor = monaco.editor.IStandaloneCodeEditor

/** Monaco has it, but does not say so in its types. */
type HidingEditor = Editor & { setHiddenAreas(ranges: monaco.IRange[]): void }

interface ClosedFold {
  decoration: string
  zone: string
}

/** Folds lines of an editor's text; each fold opens for good when it is clicked, edited, or when something in it is to be shown. */
export function createFolds(editor: Editor, folds: Fold[], onChange: () => void): Folds {
  const model = editor.getModel()!
  const hidden = signal(0)
  let closed = folds.map((fold) => close(editor, fold))

  function linesOf({ decoration }: ClosedFold): Lines {
    const range = model.getDecorationRange(decoration)!
    return { from: range.startLineNumber, to: range.endLineNumber }
  }
  function hide() {
    const lines = closed.map(linesOf)
    hidden.value = lines.reduce((sum, { from, to }) => sum + to - from + 1, 0)
    const ranges = lines.map(({ from, to }) => new monaco.Range(from, 1, to, 1))
    ;(editor as HidingEditor).setHiddenAreas(ranges)
  }
  function open(opened: ClosedFold[]) {
    if (opened.length === 0) return
    closed = closed.filter((fold) => !opened.includes(fold))
    model.deltaDecorations(
      opened.map(({ decoration }) => decoration),
      [],
    )
    editor.changeViewZones((zones) => opened.forEach(({ zone }) => zones.removeZone(zone)))
    hide()
    onChange()
  }
  const holding = (from: number, to: number) =>
    closed.filter((fold) => linesOf(fold).from <= to && from <= linesOf(fold).to)

  hide()
  const listening = [
    editor.onMouseDown(({ target }) => open(closed.filter(({ zone }) => zone === zoneOf(target)))),
    editor.onDidChangeCursorPosition(({ position: { lineNumber } }) => open(holding(lineNumber, lineNumber))),
    model.onDidChangeContent(({ changes }) =>
      open(changes.flatMap(({ range, text }) => holding(range.startLineNumber, lastLine(range, text)))),
    ),
  ]
  return {
    rows: () => toRows(model.getLineCount(), closed.map(linesOf)),
    hidden,
    reveal: (lines) => open(lines.flatMap((line) => holding(line, line))),
    openAll: () => open(closed),
    end: () => listening.forEach((registered) => registered.dispose()),
  }
}

function close(editor: Editor, { title, from, to }: Fold): ClosedFold {
  const range = new monaco.Range(from, 1, to, editor.getModel()!.getLineMaxColumn(to))
  const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges
  const [decoration] = editor.getModel()!.deltaDecorations([], [{ range, options: { stickiness } }])
  let zone = ''
  editor.changeViewZones((zones) => {
    const domNode = Object.assign(document.createElement('div'), { className: 'wb-fold' })
    domNode.textContent = tn('{title}: {count} line', '{title}: {count} lines', {
      title: describeFold(title),
      count: to - from + 1,
    })
    zone = zones.addZone({ afterLineNumber: from - 1, heightInLines: 1, showInHiddenAreas: true, domNode })
  })
  return { decoration: decoration!, zone }
}

function zoneOf(target: monaco.editor.IMouseTarget): string | undefined {
  const { CONTENT_VIEW_ZONE, GUTTER_VIEW_ZONE } = monaco.editor.MouseTargetType
  const isZone = target.type === CONTENT_VIEW_ZONE || target.type === GUTTER_VIEW_ZONE
  return isZone ? target.detail.viewZoneId : undefined
}

/** A change in the text as it is after it. */
function lastLine({ startLineNumber }: monaco.IRange, text: string): number {
  return startLineNumber + text.split('\n').length - 1
}
