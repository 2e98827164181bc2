import type { Position, Severity } from '#protocol/diagnostic.ts'

/** A message or a child of one, as rustc writes it for people. */
export interface TextPart {
  /** Begins a message; else it belongs to the one before. */
  isTop: boolean
  severity: Severity
  code?: string
  message: string
  /** Where its primary span begins, in characters. */
  place?: Position & { file: string }
  drawings: Drawing[]
}

/** Lines of one file, drawn with what is said of them. */
export interface Drawing {
  file: string
  rows: Row[]
}

/** A line of source with its number, or one below it with marks and labels; `text` is what stands right of the bar. */
export type Row = { kind: 'source'; line: number; text: string } | { kind: 'marks'; text: string }

/** Cuts rustc's text into its messages and their children; what is none of them, such as Cargo's progress, is left out. */
export function cutParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let indent: number | undefined
  for (const line of text.split('\n').slice(0, mostLines)) {
    const begun = readHead(line) ?? (parts.length > 0 ? readNote(line) : undefined)
    if (begun) {
      parts.push(begun.part)
      indent = begun.indent
      continue
    }
    const part = parts.at(-1)
    if (!part || line === '') {
      indent = undefined
    } else if (readPlace(part, line) || readRow(part, line)) {
      indent = undefined
    } else if (indent !== undefined && line.startsWith(' '.repeat(indent))) {
      part.message += `\n${line.slice(indent)}`
    } else {
      indent = undefined
    }
  }
  return parts
}

/** What is longer nobody reads. */
const mostLines = 5000

interface Begun {
  part: TextPart
  /** How far further lines of the message are moved in. */
  indent: number
}

function readHead(line: string): Begun | undefined {
  const found = /^(error|warning|note|help)(?:\[([A-Za-z0-9_:]{1,60})\])?: (.*)$/.exec(line)
  if (!found) return undefined
  const [, severity, code, message] = found
  const isTop = severity === 'error' || severity === 'warning'
  return {
    part: toPart(isTop, severity!, { message: message!, code }),
    indent: line.length - message!.length,
  }
}

function readNote(line: string): Begun | undefined {
  const found = /^ {1,9}= (warning|note|help): (.*)$/.exec(line)
  if (!found) return undefined
  const [, severity, message] = found
  return { part: toPart(false, severity!, { message: message! }), indent: line.length - message!.length }
}

function toPart(
  isTop: boolean,
  severity: string,
  { message, code }: { message: string; code?: string | undefined },
): TextPart {
  const words = { isTop, severity: severity as Severity, message, drawings: [] }
  return code === undefined ? words : { ...words, code }
}

function readPlace(part: TextPart, line: string): boolean {
  const found = /^ {0,9}(-->|:::) (\S{1,200}):(\d{1,7}):(\d{1,7})$/.exec(line)
  if (!found) return false
  const [, arrow, path, row, column] = found
  const file = path!.replace(/^src\//, '')
  if (arrow === '-->') part.place ??= { file, line: Number(row), column: Number(column) }
  part.drawings.push({ file, rows: [] })
  return true
}

/** A row of a change, such as `3 +     let`, says nothing of the source as it is. */
function readRow({ drawings }: TextPart, line: string): boolean {
  const found = /^ {0,9}(\d{0,7}) {0,9}(\||[-+~] )(.*)$/.exec(line)
  if (!found) return line.startsWith('...')
  const [, number, bar, text] = found
  const rows = drawings.at(-1)?.rows
  if (bar !== '|' || !rows) return true
  rows.push(
    number === '' ? { kind: 'marks', text: text! } : { kind: 'source', line: Number(number), text: text! },
  )
  return true
}
