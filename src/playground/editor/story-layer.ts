import { effect } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import { renderRails } from '#story/render-rails.ts'
import { inOrder, type Label, toLabels } from '#story/labels.ts'
import { renderBrackets } from '#story/pointed-at.ts'
import { lanes, type LineOf, toRails } from '#story/rails.ts'
import type { StepRef, Story } from '#story/story.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'
import { toLights } from './story-decorations.ts'
import { createStoryAnchors, type StoryAnchors } from './story-anchors.ts'
import * as monaco from './monaco.ts'
import { createEndOfLine } from './end-of-line.ts'
import { followPointer } from './follow-pointer.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { renderLabelBlock, toPlainText } from './render-label-block.ts'
import { placeLabels } from './place-labels.ts'
import { createTextMeasure, type TextMeasure } from './text-measure.ts'

type Editor = monaco.editor.IStandaloneCodeEditor

/** Lines above and below the window that are drawn before they are scrolled to. */
const reserve = 40

/** Draws stories over Monaco until `end()`: rails and brackets in the margin, labels beside the code. No line of code moves. */
export function createStoryLayer(editor: Editor, navigator: StoryNavigator): StoryLayer {
  const layer = putLayer(editor)
  const anchors = createStoryAnchors(editor.getModel()!)
  const scene: Scene = { editor, layer, anchors, navigator, widthOf: createTextMeasure() }
  const frames = oncePerFrame(() => draw(scene))
  const ends = [
    frames.end,
    effect(() => (anchors.set(storiesOf(navigator, editor)), draw(scene))),
    followLight(scene),
    ...followEditor(scene, frames.ask),
    followPointer(editor, { drawn: [layer.labels, layer.margin], anchors, navigator }),
  ]
  return {
    placeOf: (ref) => toPosition(anchors.rangeOf(ref)),
    end: () => ends.forEach((end) => end()),
  }
}

export interface StoryLayer {
  /** Finds where a step is in the text as it is now; undefined if its line was edited. */
  placeOf(ref: StepRef): Position | undefined
  end(): void
}

/** In a text that was edited since, the places would lie. */
function storiesOf({ stories, text }: StoryNavigator, editor: Editor): Story[] {
  return text.value === editor.getModel()!.getValue() ? stories.value : []
}

function toPosition(range: monaco.Range | undefined): Position | undefined {
  return range && { line: range.startLineNumber, column: range.startColumn }
}

/** Margin and labels move with the text, inside of a window that does not. */
interface Layer {
  window: HTMLElement
  margin: HTMLElement
  labels: HTMLElement
}

/** Screen readers get the same as a list below the editor. */
function putLayer(editor: Editor): Layer {
  const window = createDiv('wb-story')
  const margin = createDiv('wb-story-margin')
  const labels = createDiv('wb-story-labels')
  window.setAttribute('aria-hidden', 'true')
  window.append(labels, margin)
  editor.addOverlayWidget({ getId: () => 'no-oops.story', getDomNode: () => window, getPosition: () => null })
  return { window, margin, labels }
}

function createDiv(className: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className })
}

interface Scene {
  editor: Editor
  layer: Layer
  anchors: StoryAnchors
  navigator: StoryNavigator
  widthOf: TextMeasure
}

function draw(scene: Scene) {
  const { width, height } = scene.editor.getLayoutInfo()
  scene.layer.window.style.cssText = `position:absolute;width:${width}px;height:${height}px`
  const [from, to] = drawnLines(scene.editor)
  drawMargin(scene, from, to)
  drawLabels(scene, from, to)
  moveWithText(scene.editor, scene.layer)
}

function drawnLines(editor: Editor): [from: number, to: number] {
  const visible = editor.getVisibleRanges()
  const first = visible[0]?.startLineNumber ?? 1
  const last = visible.at(-1)?.endLineNumber ?? 1
  return [Math.max(1, first - reserve), Math.min(editor.getModel()!.getLineCount(), last + reserve)]
}

function drawMargin({ editor, layer, anchors, navigator }: Scene, from: number, to: number) {
  const { decorationsLeft, decorationsWidth } = editor.getLayoutInfo()
  const height = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const { lineOf } = anchors
  const rails = toRails(navigator.stories.peek(), { lineOf, lit: navigator.lit.peek()?.story }).filter(
    ({ stops }) => stops[0]!.line <= to && from <= stops.at(-1)!.line,
  )
  const tall = anchors.tall()
  let html = ''
  for (let line = from; line <= to; line += 1) {
    const pieces = renderRails(rails, line) + renderBrackets(tall, line)
    if (pieces)
      html += `<div class="story-margin" style="top:${(line - 1) * height}px;height:${height}px">${pieces}</div>`
  }
  layer.margin.style.cssText = `left:${decorationsLeft}px;width:${decorationsWidth}px`
  layer.margin.innerHTML = html
  markLit(layer.margin, navigator.lit.peek())
}

function drawLabels({ editor, layer, anchors, navigator, widthOf }: Scene, from: number, to: number) {
  const model = editor.getModel()!
  const { contentLeft, contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo()
  const height = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const byLine = groupByLine(toLabels(navigator.stories.peek()), anchors)
  const blocks = [...byLine].map(([line, labels]) => ({
    line,
    width: labels.reduce((sum, label) => sum + widthOf(toPlainText(label), label), 0),
  }))
  const places = placeLabels(blocks, {
    endOf: createEndOfLine(editor),
    width: contentWidth - verticalScrollbarWidth - 4,
    lines: model.getLineCount(),
  })
  layer.labels.style.left = `${contentLeft}px`
  layer.labels.innerHTML = places
    .filter(({ line }) => from <= line && line <= to)
    .map((place) => renderLabelBlock(byLine.get(place.line)!, place, height))
    .join('')
  markLit(layer.labels, navigator.lit.peek())
}

function groupByLine(labels: Label[], { lineOf }: StoryAnchors): Map<number, Label[]> {
  const byLine = new Map<number, Label[]>()
  for (const label of labels) {
    const line = lineOf(label.ref)
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), label])
  }
  return new Map([...byLine].map(([line, labels]) => [line, inOrder(labels)]))
}

function markLit(part: HTMLElement, lit: StepRef | undefined) {
  for (const element of part.querySelectorAll<HTMLElement>('[data-story]')) {
    const { story, step } = element.dataset
    const isStory = lit !== undefined && story === String(lit.story)
    element.classList.toggle('is-lit', isStory && (step === undefined || step === String(lit.step)))
  }
}

/** The labels scroll with the code in both directions, the margin up and down. */
function moveWithText(editor: Editor, { margin, labels }: Layer) {
  const top = editor.getTopForLineNumber(1) - editor.getScrollTop()
  labels.style.transform = `translate(${-editor.getScrollLeft()}px, ${top}px)`
  margin.style.transform = `translateY(${top}px)`
}

/** A rail for which there was no room is drawn while it is lit. */
function followLight(scene: Scene): () => void {
  const { editor, layer, anchors, navigator } = scene
  const lights = editor.createDecorationsCollection()
  let squeezedIn: number | undefined
  return effect(() => {
    const lit = navigator.lit.value
    const stories = navigator.stories.peek()
    lights.set(toLights(stories, lit, anchors.rangeOf))
    const wanted = lit && hasNoRoom(stories, lit.story, anchors.lineOf) ? lit.story : undefined
    if (wanted !== squeezedIn) drawMargin(scene, ...drawnLines(editor))
    squeezedIn = wanted
    markLit(layer.margin, lit)
    markLit(layer.labels, lit)
  })
}

function hasNoRoom(stories: Story[], story: number, lineOf: LineOf): boolean {
  return stories.length > lanes && !toRails(stories, { lineOf }).some((rail) => rail.story === story)
}

function followEditor({ editor, layer, anchors }: Scene, drawSoon: () => void): (() => void)[] {
  const listening = [
    editor.onDidScrollChange(({ scrollTopChanged }) => {
      moveWithText(editor, layer)
      if (scrollTopChanged) drawSoon()
    }),
    editor.onDidLayoutChange(drawSoon),
    editor.onDidChangeConfiguration(drawSoon),
    editor.onDidChangeModelContent(({ changes }) => {
      if (anchors.drop(changes) || changes.some((change) => isNear(layer, change))) drawSoon()
    }),
  ]
  return listening.map((registered) => () => registered.dispose())
}

/** Whether an edit moves what is drawn, or may grow into it. */
function isNear({ labels }: Layer, { range, text }: monaco.editor.IModelContentChange): boolean {
  if (text.includes('\n') || range.startLineNumber < range.endLineNumber) return true
  const { startLineNumber: line } = range
  return [...labels.children].some((block) => {
    const { top = '', rows = '' } = (block as HTMLElement).dataset
    return Number(top) <= line && line < Number(top) + Number(rows)
  })
}
