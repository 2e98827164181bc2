import { withoutAnnotations } from './normalise.ts'

/** A line of source as it is drawn, and the rows below it; all begin in the same column. */
export interface DrawnLine {
  source: string
  rows: string[]
}

/** Reads the labels of a line: in the first row those that stand beside their marks, then those that hang from them. */
export function readLabels({ source, rows }: DrawnLine): string[] {
  const [marks, ...hanging] = rows
  if (marks === undefined) return []
  return [
    ...besideMarks(marks, withoutAnnotations(source)),
    ...hanging.flatMap((row, index) => below(row, rows[index]!)),
  ]
}

/** What stands between words of nothing but marks. */
function besideMarks(row: string, source: string): string[] {
  const words = [...row.matchAll(/\S+/g)]
  const leading = words.findIndex(({ 0: word }) => !isMark(word))
  const marks = words.filter(
    ({ 0: word, index }, count) =>
      isMark(word) &&
      (leading === -1 || count < leading || (isBelowStart(source, word, index) && !isInCode(row, index))),
  )
  const ends = marks.map(({ 0: word, index }) => index + word.length)
  return ends
    .map((end, index) => row.slice(end, marks[index + 1]?.index).trim())
    .filter((text) => text !== '')
}

/** Underscores lead to a mark; alone they are the label of a type that is not known yet. */
function isMark(word: string): boolean {
  return /^[-^_|]*[-^|]$/.test(word)
}

/** A label writes code between backticks. */
function isInCode(row: string, column: number): boolean {
  return row.slice(0, column).split('`').length % 2 === 0
}

/** A label can have such a word as well, but hardly below the beginning of something. */
function isBelowStart(source: string, word: string, column: number): boolean {
  if (!/^[-^]+$/.test(word)) return false
  const around = `${source[column - 1] ?? ''}${source[column] ?? ''}`
  return word.startsWith('^') || (column <= source.length && around.trim() !== '')
}

/** A label begins at its bar's column; another one begins where the row above has one more bar. */
function below(row: string, above: string): string[] {
  if (/(^|[ |])_$/.test(row) && !row.endsWith('|_')) return ['_']
  const start = row.length - row.replace(/^[ |_]*/, '').length
  const starts = [start]
  for (let column = start + 2; column < row.length; column += 1)
    if (above[column] === '|' && row[column - 1] === ' ' && row[column] !== ' ') starts.push(column)
  return starts.map((from, index) => row.slice(from, starts[index + 1]).trim()).filter((text) => text !== '')
}
