// Is in what the terminal of a page loads: no schema here.

/** What a terminal has shown: asciicast, version 2, of which only the output is read. */
export interface Asciicast {
  rows: number
  columns: number
  /** What it says of itself, such as the kernel; empty where it says nothing. */
  title: string
  /** In the order of their times. */
  pieces: CastPiece[]
}

/** A text, and the seconds from the beginning at which it was shown. */
export type CastPiece = readonly [seconds: number, text: string]

/** Writes a recording: a line of JSON for the whole, and one for each piece. */
export function toCastFile({ rows, columns, title, pieces }: Asciicast): string {
  const head = { version: 2, width: columns, height: rows, ...(title && { title }) }
  const lines = pieces.map(([seconds, text]) => JSON.stringify([Number(seconds.toFixed(3)), 'o', text]))
  return [JSON.stringify(head), ...lines, ''].join('\n')
}

/** Reads a recording that anybody may have made; gives a sentence that says what is wrong with it where it is none. */
export function parseCast(file: string): Asciicast | string {
  if (file.length > mostCharacters) return 'The recording is too large: more than 5 million characters.'
  const [first = '', ...lines] = file.split(/\r?\n/)
  const head = readLine(first)
  if (!isHead(head))
    return 'This is no recording of a terminal: its first line is not that of asciicast, version 2.'
  const pieces = lines.filter((line) => line.trim() !== '').map(readLine)
  const wrong = pieces.findIndex((piece) => !isEvent(piece))
  if (wrong >= 0) return `The recording is damaged: line ${wrong + 2} is no piece of what a terminal shows.`
  const shown = (pieces as CastEvent[]).flatMap(([at, kind, text]) =>
    kind === 'o' ? [[at, text] as const] : [],
  )
  return {
    ...{ rows: toSize(head.height), columns: toSize(head.width) },
    title: typeof head.title === 'string' ? head.title.slice(0, 200) : '',
    pieces: shown.toSorted(([a], [b]) => a - b),
  }
}

type CastEvent = [number, string, string]

const mostCharacters = 5_000_000

function readLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isHead(head: unknown): head is { version: 2; width: number; height: number; title?: unknown } {
  if (typeof head !== 'object' || head === null || !('version' in head) || head.version !== 2) return false
  return 'width' in head && Number.isInteger(head.width) && 'height' in head && Number.isInteger(head.height)
}

/** Seconds: a day is more than any recording has. */
const mostSeconds = 86_400

function isEvent(piece: unknown): piece is CastEvent {
  if (!Array.isArray(piece)) return false
  const [at, kind, text] = piece as unknown[]
  return isTime(at) && typeof kind === 'string' && (kind !== 'o' || typeof text === 'string')
}

function isTime(at: unknown): at is number {
  return typeof at === 'number' && at >= 0 && at <= mostSeconds
}

function toSize(size: number): number {
  return Math.min(500, Math.max(1, size))
}
