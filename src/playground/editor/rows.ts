/** Where lines are drawn, in rows from 1; a folded line has no row of its own. */
export interface Rows {
  count: number
  /** Undefined for a line that is folded. */
  rowOf(line: number): number | undefined
  /** Undefined for the row that stands for folded lines. */
  lineOf(row: number): number | undefined
  /** The line of a row, or the first of those that it stands for. */
  firstLineOf(row: number): number | undefined
}

/** Lines from 1, both ends included. */
export interface Lines {
  from: number
  to: number
}

/** Gives each line its row: the lines of a fold have one row together. */
export function toRows(lineCount: number, folds: Lines[]): Rows {
  const rows: { line: number; isFold: boolean }[] = []
  for (let line = 1; line <= lineCount; line += 1) {
    const fold = folds.find(({ from, to }) => from <= line && line <= to)
    rows.push({ line, isFold: fold !== undefined })
    if (fold) line = Math.max(line, fold.to)
  }
  const rowOf = new Map(rows.flatMap(({ line, isFold }, index) => (isFold ? [] : [[line, index + 1]])))
  return {
    count: rows.length,
    rowOf: (line) => rowOf.get(line),
    lineOf: (row) => (rows[row - 1]?.isFold ? undefined : rows[row - 1]?.line),
    firstLineOf: (row) => rows[row - 1]?.line,
  }
}
