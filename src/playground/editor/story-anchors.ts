import { type PointedAt, pointedAt } from '#story/pointed-at.ts'
import type { LineOf } from '#story/rails.ts'
import type { StepRef, Story } from '#story/story.ts'
import { toMarkers, toShades, toUnderline } from './draw-story.ts'
import * as monaco from './monaco.ts'

/** The places of stories in a text that goes on changing. */
export interface StoryAnchors {
  /** Anchors new stories in place of the old ones. */
  set(stories: Story[]): void
  /** Drops what is told of the lines that an edit has touched; the rest moves with the text. */
  drop(changes: readonly monaco.editor.IModelContentChange[]): void
  lineOf: LineOf
  /** The step whose place this is, the smallest first. */
  stepAt(position: monaco.IPosition): StepRef | undefined
  /** Places of more than one line, where they are now. */
  tall(): Pick<PointedAt, 'span' | 'look'>[]
}

interface Anchor extends PointedAt {
  id: string
}

/** Anchors stories by decorations of a model, which also underline their places and shade their lines. */
export function createStoryAnchors(model: monaco.editor.ITextModel): StoryAnchors {
  let anchors: Anchor[] = []
  let shades: string[] = []
  const rangeOf = ({ id }: Anchor) => model.getDecorationRange(id)
  const byStep = new Map<string, Anchor>()

  function put(next: Anchor[]) {
    anchors = next
    byStep.clear()
    for (const anchor of next) if (anchor.ref) byStep.set(toKey(anchor.ref), anchor)
  }

  return {
    set(stories) {
      const pointed = pointedAt(stories).filter(({ span }) => span.start.line <= model.getLineCount())
      const ids = model.deltaDecorations(
        anchors.map(({ id }) => id),
        pointed.map(toUnderline),
      )
      put(pointed.map((place, index) => ({ ...place, id: ids[index]! })))
      shades = model.deltaDecorations(shades, toShades(stories))
      monaco.editor.setModelMarkers(model, 'no-oops', toMarkers(model.uri, stories))
    },
    drop(changes) {
      const isTouched = (range: monaco.Range | null) =>
        range !== null && changes.some((change) => touches(change, range.startLineNumber))
      const stale = anchors.filter((anchor) => isTouched(rangeOf(anchor)))
      const staleShades = shades.filter((id) => isTouched(model.getDecorationRange(id)))
      model.deltaDecorations([...stale.map(({ id }) => id), ...staleShades], [])
      put(anchors.filter((anchor) => !stale.includes(anchor)))
      shades = shades.filter((id) => !staleShades.includes(id))
    },
    lineOf(ref) {
      const anchor = byStep.get(toKey(ref))
      return anchor && rangeOf(anchor)?.startLineNumber
    },
    stepAt(position) {
      const holding = anchors.filter((anchor) => anchor.ref && rangeOf(anchor)?.containsPosition(position))
      return holding.sort((a, b) => lengthOf(a) - lengthOf(b))[0]?.ref
    },
    tall: () =>
      anchors.flatMap((anchor) => {
        const range = anchor.span.start.line < anchor.span.end.line ? rangeOf(anchor) : null
        return range ? [{ look: anchor.look, span: { ...anchor.span, ...toLines(range) } }] : []
      }),
  }
}

function toKey({ story, step }: StepRef): string {
  return `${story} ${step}`
}

function touches({ range, text }: monaco.editor.IModelContentChange, line: number): boolean {
  const last = range.startLineNumber + text.split('\n').length - 1
  return range.startLineNumber <= line && line <= last
}

function lengthOf({ span: { start, end } }: Anchor): number {
  return (end.line - start.line) * 1000 + end.column - start.column
}

function toLines(range: monaco.Range): Pick<PointedAt['span'], 'start' | 'end'> {
  return {
    start: { line: range.startLineNumber, column: range.startColumn },
    end: { line: range.endLineNumber, column: range.endColumn },
  }
}
