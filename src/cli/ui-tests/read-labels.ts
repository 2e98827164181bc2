/**
 * The labels below one line of source, from the rows that rustc draws there: first the marks with the labels that stand
 * beside them, then those that hang from their marks.
 */
export function readLabels(rows: string[]): string[] {
  const [marks, ...hanging] = rows
  if (marks === undefined) return []
  return [...besideMarks(marks), ...hanging.flatMap((row, index) => below(row, rows[index]!))]
}

/** What is no mark, between words that are nothing but marks. */
function besideMarks(row: string): string[] {
  return row
    .split(/(?:^|(?<=\s))[-^~+_|]+(?=\s|$)/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

/** A label begins at its bar's column; another one begins where the row above has one more bar. */
function below(row: string, above: string): string[] {
  const start = row.length - row.replace(/^[ |_]*/, '').length
  const starts = [start]
  for (let column = start + 2; column < row.length; column += 1)
    if (above[column] === '|' && row[column - 1] === ' ' && row[column] !== ' ') starts.push(column)
  return starts
    .map((from, index) => row.slice(from, starts[index + 1]).trim())
    .filter((text) => text !== '')
}
