import type { Fix, Position } from '#protocol/diagnostic.ts'

/** Makes all edits of a fix in the text of a file; undefined where one of them is in another file. */
export function applyFix(text: string, fix: Fix, file: string): string | undefined {
  if (fix.edits.some(({ span }) => span.file !== file || span.external)) return undefined
  const starts = startsOfLines(text)
  return fix.edits
    .map(({ span, text }) => ({ from: toOffset(starts, span.start), to: toOffset(starts, span.end), text }))
    .sort((a, b) => b.from - a.from)
    .reduce((changed, edit) => changed.slice(0, edit.from) + edit.text + changed.slice(edit.to), text)
}

/** Finds the offset of a position, in UTF-16 units; the end of the text for one that lies behind it. */
export function offsetOf(text: string, position: Position): number {
  return Math.min(toOffset(startsOfLines(text), position), text.length)
}

/** Finds the position of an offset, both in UTF-16 units. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function startsOfLines(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

function toOffset(starts: number[], { line, column }: Position): number {
  return (starts[line - 1] ?? starts.at(-1)!) + column - 1
}
