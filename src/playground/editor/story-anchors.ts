import { type PointedAt, pointedAt } from '#story/pointed-at.ts'
import type { LineOf } from '#story/rails.ts'
import type { StepRef, Story } from '#story/story.ts'
import { toMarkers, toShades, toUnderline } from './story-decorations.ts'
import * as monaco from './monaco.ts'

/** The places of stories in a text that goes on changing. */
export interface StoryAnchors {
  /** Anchors new stories in place of the old ones. */
  set(stories: Story[]): void
  /** Drops places and shades of lines that an edit has touched, if there are any; the rest moves with the text. */
  drop(changes: readonly monaco.editor.IModelContentChange[]): boolean
  lineOf: LineOf
  /** Finds where a step is now; undefined if its line was edited. */
  rangeOf(ref: StepRef): monaco.Range | undefined
  /** Finds the step at a position, the one with the smallest place first. */
  stepAt(position: monaco.IPosition): StepRef | undefined
  /** Lists the places of more than one line, where they are now. */
  tall(): Pick<PointedAt, 'span' | 'look'>[]
}

interface Anchor extends PointedAt {
  id: string
}

/** Anchors stories by decorations of a model, which also underline their places and shade their lines. */
export function createStoryAnchors(model: monaco.editor.ITextModel): StoryAnchors {
  /** By decoration. */
  let anchors = new Map<string, Anchor>()
  let byStep = new Map<string, Anchor>()
  let shades: string[] = []
  const rangeOf = ({ id }: Anchor) => model.getDecorationRange(id)

  function rangeOfStep(ref: StepRef): monaco.Range | undefined {
    const anchor = byStep.get(toKey(ref))
    return (anchor && rangeOf(anchor)) ?? undefined
  }
  function put(next: Anchor[]) {
    anchors = new Map(next.map((anchor) => [anchor.id, anchor]))
    byStep = new Map(next.flatMap((anchor) => (anchor.ref ? [[toKey(anchor.ref), anchor]] : [])))
  }

  return {
    set(stories) {
      const pointed = pointedAt(stories).filter(({ span }) => span.start.line <= model.getLineCount())
      const ids = model.deltaDecorations([...anchors.keys()], pointed.map(toUnderline))
      put(pointed.map((place, index) => ({ ...place, id: ids[index]! })))
      shades = model.deltaDecorations(shades, toShades(stories))
      monaco.editor.setModelMarkers(model, 'no-oops', toMarkers(model.uri, stories))
    },
    drop(changes) {
      const touched = new Set(touchedLines(changes).flatMap((lines) => decorationsOn(model, lines)))
      const isTouched = (id: string) => touched.has(id) && (anchors.has(id) || shades.includes(id))
      const stale = [...touched].filter(isTouched)
      if (stale.length === 0) return false
      model.deltaDecorations(stale, [])
      put([...anchors.values()].filter(({ id }) => !touched.has(id)))
      shades = shades.filter((id) => !touched.has(id))
      return true
    },
    rangeOf: rangeOfStep,
    lineOf: (ref) => rangeOfStep(ref)?.startLineNumber,
    stepAt(position) {
      const holding = [...anchors.values()].filter(
        (anchor) => anchor.ref && rangeOf(anchor)?.containsPosition(position),
      )
      return holding.sort((a, b) => lengthOf(a) - lengthOf(b))[0]?.ref
    },
    tall: () =>
      [...anchors.values()].flatMap((anchor) => {
        const range = anchor.span.start.line < anchor.span.end.line ? rangeOf(anchor) : null
        return range ? [{ look: anchor.look, span: { ...anchor.span, ...toLines(range) } }] : []
      }),
  }
}

function toKey({ story, step }: StepRef): string {
  return `${story} ${step}`
}

interface Lines {
  first: number
  last: number
}

/** The lines of each change as the text is now: Monaco names those of the text before. */
function touchedLines(changes: readonly monaco.editor.IModelContentChange[]): Lines[] {
  const grown = ({ range, text }: monaco.editor.IModelContentChange) =>
    text.split('\n').length - 1 - (range.endLineNumber - range.startLineNumber)
  return changes.map(({ range, text }) => {
    const before = changes.filter((other) => other.range.endLineNumber < range.startLineNumber)
    const first = range.startLineNumber + before.reduce((sum, other) => sum + grown(other), 0)
    return { first, last: first + text.split('\n').length - 1 }
  })
}

function decorationsOn(model: monaco.editor.ITextModel, { first, last }: Lines): string[] {
  return model
    .getLinesDecorations(first, Math.min(last, model.getLineCount()))
    .filter(({ range }) => first <= range.startLineNumber && range.startLineNumber <= last)
    .map(({ id }) => id)
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
