import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { storyOf, type Story, type StoryLabel } from '#protocol/story.ts'
import { escapeHtml } from './escape-html.ts'
import { highlight, type Piece } from './highlight.ts'
import { markPieces, type Mark } from './mark-pieces.ts'

/** Which lines (from 1) carry which duty; `number` is the one shown in the legend. */
export interface NumberedDuty {
  number: number
  lines: number[]
}

/** Lines from 1, both ends included. */
export interface LineRange {
  from: number
  to: number
}

export interface CodeToDraw {
  code: string
  language: string
  /** The name that diagnostics use for this code. */
  file?: string
  /** Drawn into the code: underlines, labels at line ends, a rail in the margin. */
  diagnostics?: Diagnostic[]
  duties?: NumberedDuty[]
  /** Number of the first line, where the code is an excerpt: such code loses the indentation that all lines share. */
  firstLine?: number
  /** Lines to show; the others are left out, which makes it an excerpt too. */
  range?: LineRange
  /** What a screen reader calls it; also makes it reachable by keyboard, so that it can be scrolled. */
  name?: string
}

/** Code as HTML: a `<pre>` with one element a line, coloured by classes. */
export function drawCode(drawing: CodeToDraw): string {
  const { code, language, diagnostics = [], file = '', firstLine = 1, name } = drawing
  const story = storyOf(diagnostics, file)
  const numbered = highlight(code.replace(/\n$/, ''), language)
    .map((pieces, index) => ({ pieces, line: index + firstLine }))
    .filter(({ line }) => isShown(line, drawing.range))
  const dedent = isExcerpt(drawing) ? sharedIndent(numbered.map(({ pieces }) => pieces)) : 0
  const lines = numbered.map(({ pieces, line }) => drawLine(pieces, line, { drawing, story, dedent }))
  const label = name ? ` tabindex="0" role="region" aria-label="${escapeHtml(name)}"` : ''
  const told = story.lines.length > 0 ? ' told' : ''
  return `<pre class="code${told}" style="--lines:${lines.length}" data-language="${language}"${label}><code>${lines.join('')}</code></pre>`
}

function isShown(line: number, range: CodeToDraw['range']): boolean {
  return !range || (range.from <= line && line <= range.to)
}

function isExcerpt({ firstLine, range }: CodeToDraw): boolean {
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

function drawLine(
  pieces: Piece[],
  line: number,
  { drawing, story, dedent }: { drawing: CodeToDraw; story: Story; dedent: number },
): string {
  const { diagnostics = [], duties = [], file = '' } = drawing
  const labels = story.lines.find((told) => told.line === line)?.labels ?? []
  const carried = duties.filter(({ lines }) => lines.includes(line))
  const classes = [
    'line',
    ...saidClasses(labels),
    ...railClasses(story, line),
    ...carried.map(({ number }) => `duty d${number}`),
  ]
  const marks = diagnostics
    .flatMap(({ spans }) => spans)
    .flatMap((span) => (span.file === file ? toMarks(span, line) : []))
  const indent = Math.max(0, indentOf(pieces).length - dedent)
  return (
    `<span class="${classes.join(' ')}" data-line="${line}"${labels.length > 0 ? ` style="--in:${indent}"` : ''}>` +
    carried.map((duty) => drawBadge(duty, line)).join('') +
    `<span class="src">${drop(markPieces(pieces, marks), dedent).map(drawPiece).join('')}\n</span>` +
    `${drawLabels(labels)}</span>`
  )
}

function saidClasses(labels: StoryLabel[]): string[] {
  const primary = labels.find(({ kind }) => kind === 'primary')
  return labels.length > 0 ? ['said', ...(primary ? [`said-${primary.severity}`] : [])] : []
}

function railClasses({ rails }: Story, line: number): string[] {
  return rails
    .filter(({ from, to }) => from <= line && line <= to)
    .slice(0, 1)
    .flatMap(({ from, to, severity }) => [
      `rail rail-${severity}`,
      ...(line === from ? ['rail-from'] : []),
      ...(line === to ? ['rail-to'] : []),
    ])
}

function toMarks({ start, end, primary }: Span, line: number): Mark[] {
  if (line < start.line || line > end.line) return []
  const from = line === start.line ? start.column : 1
  const to = line === end.line ? end.column : Infinity
  return [{ from, to: Math.max(to, from + 1), className: primary ? 'at-primary' : 'at-secondary' }]
}

/** Takes characters from the start of a line. */
function drop(pieces: Piece[], count: number): Piece[] {
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.slice(Math.max(0, count - piece.column + 1)) }))
    .filter(({ text }) => text)
}

/** Only the first line of a duty names it; the others are coloured alike. */
function drawBadge({ number, lines }: NumberedDuty, line: number): string {
  return line === lines[0] ? `<span class="badge" aria-hidden="true">${number}</span>` : ''
}

function drawPiece({ text, classes }: Piece): string {
  return classes.length > 0
    ? `<span class="${classes.join(' ')}">${escapeHtml(text)}</span>`
    : escapeHtml(text)
}

/** Hidden from screen readers, which get the same as a list after the code. */
function drawLabels(labels: StoryLabel[]): string {
  if (labels.length === 0) return ''
  return `<span class="says" aria-hidden="true">${labels.map(drawLabel).join('')}</span>`
}

function drawLabel({ text, kind, severity, code }: StoryLabel): string {
  const name = code ? `<b>${escapeHtml(code)}</b> ` : ''
  const words = escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
  return `<span class="say say-${kind} say-${severity}">${name}${words}</span>`
}
