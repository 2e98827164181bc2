import { effect } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import { renderRails } from '#story/render-rails.ts'
import { renderBrackets } from '#story/pointed-at.ts'
import { lanes, type LineOf, type Rail, toRails } from '#story/rails.ts'
import type { Label } from '#story/labels.ts'
import type { StepRef, Story } from '#story/story.ts'
import type { StoryNavigator } from '../program/story-navigator.ts'
import { toLights } from './story-decorations.ts'
import { createStoryAnchors, type StoryAnchors } from './story-anchors.ts'
import * as monaco from './monaco.ts'
import { createEndOfLine } from './end-of-line.ts'
import type { Folds } from './folds.ts'
import { followPointer } from './follow-pointer.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { renderLabelBlock, toPlainText } from './render-label-block.ts'
import { endOfRow, labelsByRow } from './label-rows.ts'
import { marginWidth } from './margin-width.ts'
import { placeLabels } from './place-labels.ts'
import { createTextMeasure, type TextMeasure } from './text-measure.ts'
import './story-layer.css'

type Editor = monaco.editor.IStandaloneCodeEditor

/** Rows above and below the window that are drawn before they are scrolled to. */
const reserve = 40

/** Draws stories over Monaco until `end()`: rails and brackets in the margin, labels beside the code. No line of code moves down. */
export function createStoryLayer(editor: Editor, navigator: StoryNavigator, folds: Folds): StoryLayer {
  const layer = putLayer(editor)
  const anchors = createStoryAnchors(editor.getModel()!)
  const scene: Scene = { editor, layer, anchors, navigator, folds, widthOf: createTextMeasure() }
  const frames = oncePerFrame(() => draw(scene))
  const ends = [
    frames.end,
    effect(() => show(scene, storiesOf(navigator, editor))),
    followLight(scene),
    ...followEditor(scene, frames.ask),
    followPointer(editor, { drawn: [layer.labels, layer.margin], anchors, navigator }),
  ]
  return {
    placeOf: (ref) => toPosition(anchors.rangeOf(ref)),
    drawSoon: frames.ask,
    end: () => ends.forEach((end) => end()),
  }
}

export interface StoryLayer {
  /** Finds where a step is in the text as it is now; undefined if its line was edited. */
  placeOf(ref: StepRef): Position | undefined
  /** Draws again with the next frame. */
  drawSoon(): void
  end(): void
}

function show(scene: Scene, stories: Story[]) {
  scene.anchors.set(stories)
  scene.folds.reveal(stories.flatMap(linesOf))
  draw(scene)
}

function linesOf({ steps }: Story): number[] {
  return steps.flatMap(({ span, isHere, isAside }) => (span && isHere && !isAside ? [span.start.line] : []))
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
  folds: Folds
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

function drawMargin({ editor, layer, anchors, navigator, folds }: Scene, from: number, to: number) {
  const { decorationsLeft, decorationsWidth } = editor.getLayoutInfo()
  const height = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const { lineOf } = anchors
  const rails = toRails(navigator.stories.peek(), { lineOf, lit: navigator.lit.peek()?.story })
  makeRoom(editor, rails)
  const near = rails.filter(({ stops }) => stops[0]!.line <= to && from <= stops.at(-1)!.line)
  const tall = anchors.tall()
  const { count, firstLineOf } = folds.rows()
  let html = ''
  for (let row = 1; row <= count; row += 1) {
    const line = firstLineOf(row)!
    const pieces = line < from || to < line ? '' : renderRails(near, line) + renderBrackets(tall, line)
    if (pieces)
      html += `<div class="story-margin" style="top:${(row - 1) * height}px;height:${height}px">${pieces}</div>`
  }
  layer.margin.style.cssText = `left:${decorationsLeft}px;width:${decorationsWidth}px`
  layer.margin.innerHTML = html
  markLit(layer.margin, navigator.lit.peek())
}

/** The margin is as wide as the rails in it. */
function makeRoom(editor: Editor, rails: Rail[]) {
  const width = marginWidth(Math.max(0, ...rails.map(({ lane }) => lane + 1)))
  if (width !== editor.getLayoutInfo().decorationsWidth) editor.updateOptions({ lineDecorationsWidth: width })
}

function drawLabels({ editor, layer, anchors, navigator, folds, widthOf }: Scene, from: number, to: number) {
  const { contentLeft, contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo()
  const height = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const rows = folds.rows()
  const byRow = labelsByRow(navigator.stories.peek(), anchors.lineOf, rows)
  const first = [...byRow].find(([, { labels }]) => labels.some(beginsFirst))?.[0]
  const blocks = [...byRow].map(([row, { labels }]) => ({
    row,
    width: labels.reduce((sum, label) => sum + widthOf(toPlainText(label), label), 0),
    isFirst: row === first,
  }))
  const places = placeLabels(blocks, {
    endOf: endOfRow(createEndOfLine(editor), rows),
    width: contentWidth - verticalScrollbarWidth - 4,
    rows: rows.count,
  })
  layer.labels.style.left = `${contentLeft}px`
  layer.labels.innerHTML = places
    .map((place) => ({ place, block: byRow.get(place.row)! }))
    .filter(({ block: { line } }) => from <= line && line <= to)
    .map(({ place, block }) => renderLabelBlock(block, place, height))
    .join('')
  markLit(layer.labels, navigator.lit.peek())
}

function beginsFirst({ ref, kind }: Label): boolean {
  return ref.story === 0 && kind === 'primary'
}

function markLit(part: HTMLElement, lit: StepRef | undefined) {
  for (const element of part.querySelectorAll<HTMLElement>('[data-story]')) {
    const { story, step } = element.dataset
    const isStory = lit !== undefined && story === String(lit.story)
    element.classList.toggle('is-lit', isStory && (step === undefined || step === String(lit.step)))
  }
  for (const block of part.querySelectorAll('.wb-label-block'))
    block.classList.toggle('is-whole', block.querySelector('.is-lit') !== null)
}

/** The labels scroll with the code in both directions, and not over the margin, which scrolls up and down. */
function moveWithText(editor: Editor, { margin, labels }: Layer) {
  const top = editor.getTopForLineNumber(1) - editor.getScrollTop()
  const left = editor.getScrollLeft()
  labels.style.transform = `translate(${-left}px, ${top}px)`
  labels.style.clipPath = left > 0 ? `inset(-1e7px -1e7px -1e7px ${left}px)` : ''
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

function followEditor(scene: Scene, drawSoon: () => void): (() => void)[] {
  const { editor, layer, anchors } = scene
  const listening = [
    editor.onDidScrollChange(({ scrollTopChanged }) => {
      moveWithText(editor, layer)
      if (scrollTopChanged) drawSoon()
    }),
    editor.onDidLayoutChange(drawSoon),
    editor.onDidChangeConfiguration(drawSoon),
    editor.onDidChangeModelContent(({ changes }) => {
      if (anchors.drop(changes) || changes.some((change) => isNear(scene, change))) drawSoon()
    }),
  ]
  return listening.map((registered) => () => registered.dispose())
}

/** Whether an edit moves what is drawn, or may grow into it. */
function isNear({ layer, folds }: Scene, { range, text }: monaco.editor.IModelContentChange): boolean {
  if (text.includes('\n') || range.startLineNumber < range.endLineNumber) return true
  const row = folds.rows().rowOf(range.startLineNumber) ?? 0
  return [...layer.labels.children].some((block) => {
    const { top = '', rows = '' } = (block as HTMLElement).dataset
    return Number(top) <= row && row < Number(top) + Number(rows)
  })
}
