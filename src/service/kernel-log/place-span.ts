import type { Span } from '#protocol/diagnostic.ts'
import type { SourceLines } from '../rustc-json/source-lines.ts'
import type { LoggedPlace } from './logged-report.ts'

type PlaceSpan = Pick<Span, 'file' | 'start' | 'end'>

/** The code of the line at a place; nothing for a place outside the sent files. */
export function toPlaceSpan({ file, line }: LoggedPlace, sources: SourceLines): PlaceSpan | undefined {
  const path = file.replace(/^\/work\//, '').replace(/^(\.\/)+/, '')
  const lines = sources.get(path)
  const code = lines && toCode(lines, line)
  return code && { file: path, start: { line, column: code.start }, end: { line, column: code.end } }
}

/** Columns of a line's code, without the blanks around it. */
interface Code {
  start: number
  end: number
}

/** A line is looked at once, however many places are in it: it can have 64 kB, and thousands of them. */
function toCode(lines: readonly string[], line: number): Code | undefined {
  const known = codes.get(lines) ?? new Map<number, Code | undefined>()
  codes.set(lines, known)
  if (!known.has(line)) known.set(line, readCode(lines[line - 1]))
  return known.get(line)
}

const codes = new WeakMap<readonly string[], Map<number, Code | undefined>>()

function readCode(text = ''): Code | undefined {
  const start = text.length - text.trimStart().length + 1
  const end = text.trimEnd().length + 1
  return start < end ? { start, end } : undefined
}
