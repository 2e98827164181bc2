import type { Position } from '#protocol/diagnostic.ts'

/** What a compiler counts columns in; both count from 1. */
export type ColumnUnit = 'bytes' | 'characters'

/** A stretch of source; the end is exclusive. */
export interface Stretch {
  start: Position
  end: Position
}

/**
 * Turns a compiler's stretch of a file into one in UTF-16 units that lies in the file, whatever the compiler says:
 * what is behind a line or the file stands at its end, and no end is before its start.
 */
export function toSourceStretch(
  { start, end }: Stretch,
  lines: readonly string[],
  unit: ColumnUnit,
): Stretch {
  const from = toSourcePosition(start, lines, unit)
  const to = toSourcePosition(end, lines, unit)
  return { start: from, end: isBefore(to, from) ? from : to }
}

/** Turns one place of a compiler into one in UTF-16 units that lies in the file. */
export function toSourcePosition(
  { line, column }: Position,
  lines: readonly string[],
  unit: ColumnUnit,
): Position {
  const text = lines[line - 1]
  if (text === undefined) return line < 1 ? { line: 1, column: 1 } : toEnd(lines)
  const starts = toStarts(lines, line, unit)
  const most = starts === 'plain' ? text.length : starts.length - 1
  const index = Math.min(Math.max(0, column - 1), most)
  return { line, column: (starts === 'plain' ? index : starts[index]!) + 1 }
}

function toEnd(lines: readonly string[]): Position {
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}

/** Where in UTF-16 units each byte or character of a line begins, and its end; plain if the two count the same. */
type Starts = 'plain' | number[]

/** A line is looked at once, however many places are in it: it can have 64 kB, and thousands of them. */
function toStarts(lines: readonly string[], line: number, unit: ColumnUnit): Starts {
  const known = tables[unit].get(lines) ?? new Map<number, Starts>()
  tables[unit].set(lines, known)
  const starts = known.get(line) ?? readStarts(lines[line - 1]!, unit)
  known.set(line, starts)
  return starts
}

const tables: Record<ColumnUnit, WeakMap<readonly string[], Map<number, Starts>>> = {
  bytes: new WeakMap(),
  characters: new WeakMap(),
}

function readStarts(text: string, unit: ColumnUnit): Starts {
  if (ascii.test(text)) return 'plain'
  const starts: number[] = []
  let units = 0
  for (const character of text) {
    const size = unit === 'bytes' ? Buffer.byteLength(character) : 1
    for (let part = 0; part < size; part += 1) starts.push(units)
    units += character.length
  }
  return [...starts, units]
}

const ascii = /^[\0-\x7f]*$/
