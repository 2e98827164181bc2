/** Lines (from 1, both ends included) that an editor hides at first behind one line with this title. */
export interface Fold {
  title: string
  from: number
  to: number
}

/** A duty and the lines (from 1) that carry it. */
export interface MarkedDuty {
  name: string
  lines: number[]
}

/** How the given text of a file is opened. */
export interface Opening {
  duties: MarkedDuty[]
  folds: Fold[]
  /** The line (from 1) that matters. */
  line: number
}

/** Finds where folds of the given text are in the reader's; those whose lines were edited are left out. */
export function placeFolds(folds: Fold[], given: string, text: string): Fold[] {
  if (text === given) return folds
  const [before, now] = [given.split('\n'), text.split('\n')]
  return folds.flatMap(({ title, from, to }) => {
    const at = indexOfBlock(now, before.slice(from - 1, to))
    return at === -1 ? [] : [{ title, from: at + 1, to: at + 1 + to - from }]
  })
}

function indexOfBlock(lines: string[], block: string[]): number {
  return lines.findIndex((_, index) => block.every((line, offset) => lines[index + offset] === line))
}
