import { inOrder, type Label, toLabels } from '#story/labels.ts'
import type { LineOf } from '#story/rails.ts'
import type { Story } from '#story/story.ts'
import type { Rows } from './rows.ts'

/** The labels that stand together at the end of a line. */
export interface LineOfLabels {
  line: number
  labels: Label[]
}

/** Sorts the labels of stories by the rows in which they stand; those of folded lines are left out. */
export function labelsByRow(stories: Story[], lineOf: LineOf, { rowOf }: Rows): Map<number, LineOfLabels> {
  const lines = groupByLine(toLabels(stories), lineOf)
  return new Map(
    [...lines].flatMap(([line, labels]) => {
      const row = rowOf(line)
      return row === undefined ? [] : [[row, { line, labels: inOrder(labels) }] as const]
    }),
  )
}

function groupByLine(labels: Label[], lineOf: LineOf): Map<number, Label[]> {
  const byLine = new Map<number, Label[]>()
  for (const label of labels) {
    const line = lineOf(label.ref)
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), label])
  }
  return byLine
}

/** Finds where the code of a row ends: nothing stands beside a row that stands for folded lines. */
export function endOfRow(endOf: (line: number) => number, { lineOf, count }: Rows): (row: number) => number {
  return (row) => {
    const line = lineOf(row)
    if (line === undefined) return row > count ? 0 : Infinity
    return endOf(line)
  }
}
