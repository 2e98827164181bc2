import { diffArrays } from 'diff'

/** Lists the lines that only rustc's text has and those that only we have, marked by who says them; empty if none. */
export function difference(theirs: string[], ours: string[]): string[] {
  return diffArrays(theirs, ours)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) => value.map((line) => `${added ? 'we say:    ' : 'rustc says:'} ${line}`))
}
