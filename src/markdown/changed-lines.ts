import { diffLines } from 'diff'

/** A line that a change takes away or brings. */
export interface ChangedLine {
  text: string
  change: 'added' | 'removed'
}

/** Lists the lines that are not the same in two texts, in the order in which a diff shows them. */
export function changedLines(before: string, after: string): ChangedLine[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) => {
    if (!added && !removed) return []
    const lines = value.replace(/\n$/, '').split('\n')
    return lines.map((text) => ({ text, change: added ? ('added' as const) : ('removed' as const) }))
  })
}
