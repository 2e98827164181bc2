import { escapeHtml } from '#story/escape-html.ts'
import { inOrder, type Label, toLabels } from '#story/labels.ts'
import { renderBrackets, type PointedAt, pointedAt } from '#story/pointed-at.ts'
import { type Rail, toRails } from '#story/rails.ts'
import { renderLabel } from '#story/render-label.ts'
import { renderRails } from '#story/render-rails.ts'
import type { Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import { highlight, type Piece } from './highlight.ts'
import { markPieces, type Mark } from './mark-pieces.ts'

/** Which lines (from 1) carry which duty; `number` is the one shown in the legend. */
export interface LineAnnotation {
  number: number
  lines: number[]
}

/** Lines from 1, both ends included. */
export interface LineRange {
  from: number
  to: number
}

/** Lines that are folded, and what they are. */
export interface FoldedRange extends LineRange {
  title?: string
}

export interface CodeToRender {
  code: string
  language: string
  /** Rendered in the code: underlines, labels at line ends, rails in the margin. */
  stories?: Story[]
  duties?: LineAnnotation[]
  /** Number of the first line, where the code is an excerpt: such code loses the indentation that all lines share. */
  firstLine?: number
  /** Lines to show; the others are left out, which makes it an excerpt too. */
  range?: LineRange
  /** Lines that are not in sight until the checkbox with the id `toggle` is checked: see `folded` in code.css. */
  fold?: { ranges: FoldedRange[]; toggle: string }
  /** What a screen reader calls it; also makes it reachable by keyboard, so that it can be scrolled. */
  name?: string
}

/** Renders code as HTML: a `<pre>` with one element a line, coloured by classes. */
export function renderCode(input: CodeToRender): string {
  const { code, language, stories = [], firstLine = 1, name } = input
  const marks = { labels: toLabels(stories), rails: toRails(stories), spans: pointedAt(stories) }
  const numbered = highlight(code.replace(/\n$/, ''), language)
    .map((pieces, index) => ({ pieces, line: index + firstLine }))
    .filter(({ line }) => isShown(line, input.range))
  const dedent = isExcerpt(input) ? sharedIndent(numbered.map(({ pieces }) => pieces)) : 0
  const lines = numbered.map(
    ({ pieces, line }) => renderGap(input, line) + renderLine(pieces, line, { input, marks, dedent }),
  )
  const label = name ? ` tabindex="0" role="group" aria-label="${escapeHtml(name)}"` : ''
  const lanes = Math.max(0, ...marks.rails.map(({ lane }) => lane + 1))
  const inSight = numbered.filter(({ line }) => !isFolded(input, line)).length
  const look = `" style="--lines:${inSight + (input.fold?.ranges.length ?? 0)}${lanes > 0 ? `;--lanes:${lanes}` : ''}`
  return `<pre class="code${stories.length > 0 ? ' with-story' : ''}${look}" data-language="${language}"${label}><code>${lines.join('')}</code></pre>`
}

function isShown(line: number, range: CodeToRender['range']): boolean {
  return !range || (range.from <= line && line <= range.to)
}

function isFolded({ fold }: CodeToRender, line: number): boolean {
  return fold !== undefined && fold.ranges.some((range) => isShown(line, range))
}

/** Before the first of some folded lines stands how many they are; a click unfolds them all. */
function renderGap({ fold }: CodeToRender, line: number): string {
  const range = fold?.ranges.find(({ from }) => from === line)
  if (!range) return ''
  const { to, title } = range
  const lines = line === to ? t('line {line}', { line }) : t('lines {from}–{to}', { from: line, to })
  const words = lines + (title ? `: ${escapeHtml(title)}` : '')
  return `<label class="gap" for="${fold!.toggle}">⋯ ${words}</label>`
}

function isExcerpt({ firstLine, range }: CodeToRender): boolean {
  return firstLine !== undefined || range !== undefined
}

/** In characters: tabs and spaces count alike, but must be the same ones. */
function sharedIndent(lines: Piece[][]): number {
  const indents = lines.filter((pieces) => /\S/.test(toText(pieces))).map(indentOf)
  const [first = ''] = indents
  let length = 0
  while (length < first.length && indents.every((indent) => indent[length] === first[length])) length += 1
  return length
}

function indentOf(pieces: Piece[]): string {
  return /^\s*/.exec(toText(pieces))![0]
}

function toText(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** What stories leave in and beside the code. */
interface StoryMarks {
  labels: Label[]
  rails: Rail[]
  spans: PointedAt[]
}

function renderLine(
  pieces: Piece[],
  line: number,
  { input, marks, dedent }: { input: CodeToRender; marks: StoryMarks; dedent: number },
): string {
  const labels = inOrder(marks.labels.filter(({ at }) => at.line === line))
  const carried = (input.duties ?? []).filter(({ lines }) => lines.includes(line))
  const classes = [
    'line',
    ...(isFolded(input, line) ? ['folded'] : []),
    ...labelledClasses(labels),
    ...carried.map(({ number }) => `duty d${number}`),
  ]
  const underlines = marks.spans.flatMap((span) => toUnderline(span, line))
  const indent = Math.max(0, indentOf(pieces).length - dedent)
  return (
    `<span class="${classes.join(' ')}" data-line="${line}"${labels.length > 0 ? ` style="--in:${indent}"` : ''}>` +
    carried.map((duty) => renderBadge(duty, line)).join('') +
    renderMargin(marks, line) +
    `<span class="src">${drop(markPieces(pieces, underlines), dedent).map(renderPiece).join('')}\n</span>` +
    `${renderLabels(labels)}</span>`
  )
}

/** Hidden from screen readers, which get the same as a list after the code. */
function renderMargin({ rails, spans }: StoryMarks, line: number): string {
  const margin = renderRails(rails, line) + renderBrackets(spans, line)
  return margin && `<span class="story-margin" aria-hidden="true">${margin}</span>`
}

function labelledClasses(labels: Label[]): string[] {
  const primary = labels.find(({ kind }) => kind === 'primary')
  return labels.length > 0 ? ['labelled', ...(primary ? [`story-line-${primary.severity}`] : [])] : []
}

/** Of a span of several lines the first is underlined; a bracket holds the rest. */
function toUnderline({ span: { start, end }, look }: PointedAt, line: number): Mark[] {
  if (line !== start.line) return []
  const to = line === end.line ? end.column : Infinity
  return [{ from: start.column, to: Math.max(to, start.column + 1), className: `at at-${look}` }]
}

/** Takes characters from the start of a line. */
function drop(pieces: Piece[], count: number): Piece[] {
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.slice(Math.max(0, count - piece.column + 1)) }))
    .filter(({ text }) => text)
}

/** Only the first line of a duty names it; the others are coloured alike. */
function renderBadge({ number, lines }: LineAnnotation, line: number): string {
  return line === lines[0]
    ? `<a class="badge" href="#duty-${number}" aria-label="${t('Duty {number}', { number })}">${number}</a>`
    : ''
}

function renderPiece({ text, classes }: Piece): string {
  return classes.length > 0
    ? `<span class="${classes.join(' ')}">${escapeHtml(text)}</span>`
    : escapeHtml(text)
}

function renderLabels(labels: Label[]): string {
  if (labels.length === 0) return ''
  return `<span class="story-labels" aria-hidden="true">${labels.map((label) => renderLabel(label)).join('')}</span>`
}
