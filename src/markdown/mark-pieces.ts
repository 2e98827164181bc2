import type { Piece } from './highlight.ts'

/** A stretch of one line that gets a class; `to` is exclusive. */
export interface Mark {
  from: number
  to: number
  className: string
}

/** Cuts pieces where marks begin and end and adds the marks' classes to what they cover. */
export function markPieces(pieces: Piece[], marks: Mark[]): Piece[] {
  const cuts = new Set(marks.flatMap(({ from, to }) => [from, to]))
  return pieces.flatMap((piece) => cut(piece, cuts)).map((piece) => withMarks(piece, marks))
}

function cut({ text, column, classes }: Piece, cuts: Set<number>): Piece[] {
  const inside = [...cuts].map((cut) => cut - column).filter((at) => at > 0 && at < text.length)
  const edges = [0, ...inside.sort((a, b) => a - b), text.length]
  return edges
    .slice(0, -1)
    .map((from, index) => ({ text: text.slice(from, edges[index + 1]), column: column + from, classes }))
}

function withMarks(piece: Piece, marks: Mark[]): Piece {
  const covering = marks.filter(({ from, to }) => from <= piece.column && piece.column < to)
  return { ...piece, classes: [...piece.classes, ...covering.map(({ className }) => className)] }
}
