import type { Severity } from '#protocol/diagnostic.ts'
import { toTreePath } from '#compiler-output/tree-path.ts'
import { marginOf } from './hide-line-numbers.ts'
import { readLabels, type DrawnLine } from './read-labels.ts'
import type { ListedMessage, ListedChild, ListedLabel } from './listed-message.ts'

/** Reads rustc's human text of one message, its drawing included. */
export function readText(rendered: string): TextMessage {
  const margin = marginOf(rendered) ?? 0
  const parts: Part[] = []
  for (const line of rendered.trimEnd().split('\n')) readLine(parts, line, margin)
  const [main, ...children] = parts.map(toTold)
  if (!main) throw new Error(`rustc's text has no headline: ${rendered}`)
  return { ...main, children }
}

/** A message as the text has it. */
export type TextMessage = Omit<ListedMessage, 'children'> & { children: TextChild[] }

/** A child that draws a change of the source has no place of its own. */
export type TextChild = ListedChild & { isChange?: true; isNote?: true }

interface Part {
  severity: Severity
  code?: string
  lines: string[]
  /** How far the further lines of the message are moved in; nothing when the message is over. */
  indent?: number
  /** Written as `= note:`. */
  isNote: boolean
  isChange: boolean
  place?: string
  file: string
  labels: ListedLabel[]
  marked: string[]
  drawn?: DrawnLine & { line: number }
}

function readLine(parts: Part[], line: string, margin: number): void {
  const rest = line.startsWith(' '.repeat(margin)) ? line.slice(margin) : ''
  const part = parts.at(-1)
  const start = readHead(line) ?? (part && readNote(rest, margin))
  if (start) return void (closeRows(part), parts.push(start))
  if (!part) return
  if (readPlace(part, rest) || readRow(part, line, margin)) delete part.indent
  else if (part.indent !== undefined) part.lines.push(line.slice(part.indent))
  else addToLabel(part, line)
}

function readHead(line: string): Part | undefined {
  const found = /^(error|warning|note|help)(\[\w+\])?: ?(.*)$/.exec(line)
  if (!found) return undefined
  const [, severity, code, message] = found
  const indent = line.length - message!.length
  return { ...toPart(severity!, message!, indent), ...(code ? { code: code.slice(1, -1) } : {}) }
}

function readNote(rest: string, margin: number): Part | undefined {
  const found = /^ = (error|warning|note|help): ?(.*)$/.exec(rest)
  if (!found) return undefined
  const [all, severity, message] = found
  return { ...toPart(severity!, message!, margin + all.length - message!.length), isNote: true }
}

function toPart(severity: string, message: string, indent: number): Part {
  const words = { severity: severity as Severity, lines: [message], indent }
  return { ...words, isNote: false, isChange: false, file: '', labels: [], marked: [] }
}

function readPlace(part: Part, rest: string): boolean {
  const found = /^(-->|:::) (.*?):(\d+):(\d+)$/.exec(rest)
  if (!found) return false
  const [, arrow, file, line, column] = found
  closeRows(part)
  part.file = toTreePath(file!)
  if (arrow === '-->' && part.place === undefined) part.place = `${part.file}:${line}:${column}`
  return true
}

function readRow(part: Part, line: string, margin: number): boolean {
  const sign = line.slice(margin, margin + 2)
  const number = /^\d+ *$/.exec(line.slice(0, margin))?.[0]
  if (number !== undefined && /^ [|~+-]/.test(sign)) return startRows(part, line, margin)
  if (line.startsWith('...')) return closeRows(part)
  if (sign !== ' |' || line.slice(0, margin).trim() !== '') return false
  part.drawn?.rows.push(line.slice(margin + 2))
  return true
}

function startRows(part: Part, line: string, margin: number): true {
  closeRows(part)
  part.drawn = { line: Number.parseInt(line, 10), source: line.slice(margin + 2), rows: [] }
  if (line[margin + 1] !== '|') part.isChange = true
  return true
}

function closeRows(part: Part | undefined): true {
  if (!part?.drawn) return true
  const { line } = part.drawn
  if (part.drawn.rows.some((row) => /^[ ]*[+~][+~ ]*$/.test(row))) part.isChange = true
  if (isMarked(part.drawn)) part.marked.push(`${part.file}:${line}`)
  part.labels.push(...readLabels(part.drawn).map((text) => ({ file: part.file, line, text })))
  delete part.drawn
  return true
}

/** The further lines of a label are written without a margin. */
function addToLabel({ drawn }: Part, line: string): void {
  if (drawn && drawn.rows.length > 0) drawn.rows.push(`${drawn.rows.pop()}\n${line}`)
}

/** A span of several lines that begins with a line is drawn beside it. */
function isMarked({ source, rows: [marks = ''] }: DrawnLine): boolean {
  return /[-^]/.test(marks) || /^ [ |]*\/ /.test(source)
}

function toTold(part: Part): ListedMessage & TextChild {
  closeRows(part)
  const { severity, code, lines, place, labels, marked, isChange, isNote } = part
  return {
    severity,
    ...(code === undefined ? {} : { code }),
    message: lines.join('\n').trimEnd(),
    ...(place === undefined ? {} : { place }),
    labels,
    marked,
    children: [],
    ...(isChange && { isChange }),
    ...(isNote && { isNote }),
  }
}
