import type { Span } from '#protocol/diagnostic.ts'
import type { SourceLines } from '../rustc-json/source-lines.ts'
import type { LoggedPlace } from './logged-report.ts'

/** The code of the line at a place; nothing for a place outside the sent files. */
export function toPlaceSpan(
  { file, line }: LoggedPlace,
  sources: SourceLines,
): Pick<Span, 'file' | 'start' | 'end'> | undefined {
  const path = file.replace(/^\/work\//, '').replace(/^(\.\/)+/, '')
  const text = sources.get(path)?.[line - 1]
  if (text === undefined || text.trim() === '') return undefined
  const indent = text.length - text.trimStart().length
  return {
    file: path,
    start: { line, column: indent + 1 },
    end: { line, column: text.trimEnd().length + 1 },
  }
}
