import type { Position, Span } from '#protocol/diagnostic.ts'
import type { Row } from './cut-parts.ts'

/** A span in the file that is drawn. */
export type Mark = Omit<Span, 'file'>

/**
 * Reads the spans of a drawing. A line whose drawing does not show the columns of its source, because it is cut or has
 * characters of other widths, has none.
 */
export function readMarks(rows: Row[], lines: readonly string[]): Mark[] {
  return cutLines(rows).flatMap(({ line, text, below }) => {
    const columns = toColumns(text, lines[line - 1])
    const [marks, ...hanging] = below
    if (!columns || marks === undefined) return []
    return readLine({ marks, hanging, from: columns.from }).flatMap(({ start, end, primary, label }) => {
      const [from, to] = [columns.of(start), columns.of(end)]
      if (from === undefined || to === undefined) return []
      const place = (column: number): Position => ({ line, column })
      return [{ start: place(from), end: place(to), primary, ...(label && { label }) }]
    })
  })
}

/** A line of source as it is drawn, and the rows below it. */
interface DrawnLine {
  line: number
  text: string
  below: string[]
}

function cutLines(rows: Row[]): DrawnLine[] {
  const drawn: DrawnLine[] = []
  for (const row of rows) {
    if (row.kind === 'source') drawn.push({ ...row, below: [] })
    else drawn.at(-1)?.below.push(row.text)
  }
  return drawn
}

/** How the columns of a drawing and those of its source belong together. */
interface Columns {
  /** Where the source begins in the drawing: right of the lines that are drawn beside it for spans of several lines. */
  from: number
  /** The column of the source, from 1, that a column of the drawing shows. */
  of(column: number): number | undefined
}

/** rustc draws a tab as four blanks. Undefined where the drawing is not of that line. */
function toColumns(text: string, source: string | undefined): Columns | undefined {
  if (source === undefined || !plain.test(source)) return undefined
  const drawn = source.replaceAll('\t', '    ').trimEnd()
  if (drawn === '' || !text.trimEnd().endsWith(drawn)) return undefined
  const from = text.trimEnd().length - drawn.length
  if (!beside.test(text.slice(0, from))) return undefined
  const starts = source
    .split('')
    .flatMap((character, index) => (character === '\t' ? [index, -1, -1, -1] : [index]))
  const known = new Map([...starts, source.length].map((index, at) => [from + at, index + 1]))
  return { from, of: (column) => (known.get(column) ?? 0) || undefined }
}

const plain = /^[\t\x20-\x7e]*$/
const beside = /^[ |/]*$/

interface MarkRows {
  marks: string
  hanging: string[]
  from: number
}

/** A mark in the columns of the drawing. */
interface DrawnMark {
  start: number
  end: number
  primary: boolean
  label?: string
}

/** Of a span of several lines, which is drawn with underscores, there is none, and none of two that are drawn over each other. */
function readLine({ marks, hanging, from }: MarkRows): DrawnMark[] {
  if (marks.slice(0, from).includes('_') || /^[ |]*_/.test(marks)) return []
  const { found, label } = readMarkRow(marks, from)
  const last = found.at(-1)
  if (last && label) last.label = label
  if (last && label && hanging.some((row) => row[last.start] === '|')) found.pop()
  for (const row of hanging) giveLabels(found, row)
  const ends = new Set(found.map(({ end }) => end))
  const starts = new Set(found.map(({ start }) => start))
  const isOne = ({ start, end }: DrawnMark) =>
    !ends.has(start) && !starts.has(end) && !hanging[0]?.slice(start + 1, end).includes('|')
  return found.filter(isOne).flatMap(withoutHelp)
}

/** rustc writes a short change beside its mark. */
function withoutHelp({ label, ...mark }: DrawnMark): DrawnMark[] {
  if (label === undefined) return [mark]
  if (!label.startsWith('help: ')) return [{ ...mark, label }]
  return mark.primary ? [mark] : []
}

/** Marks until the first word that is none: that is the label of the last one. */
function readMarkRow(row: string, from: number): { found: DrawnMark[]; label: string } {
  const found: DrawnMark[] = []
  let at = from
  for (;;) {
    const [blanks = ''] = /^ */.exec(row.slice(at)) ?? []
    const [run] = /^(?:\^+|-+(?!>))/.exec(row.slice(at + blanks.length)) ?? []
    if (run === undefined) return { found, label: row.slice(at).trim() }
    const start = at + blanks.length
    at = start + run.length
    found.push({ start, end: at, primary: run.startsWith('^') })
  }
}

/** A label hangs below the beginning of its mark, from the row that has no bar there. */
function giveLabels(marks: DrawnMark[], row: string): void {
  const open = marks.filter(({ label, start }) => label === undefined && isText(row[start]))
  open.forEach((mark, index) => {
    mark.label = row.slice(mark.start, open[index + 1]?.start).trim()
  })
}

function isText(character: string | undefined): boolean {
  return character !== undefined && character !== ' ' && character !== '|'
}
