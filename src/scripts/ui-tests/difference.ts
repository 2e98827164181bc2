import { diffArrays } from 'diff'

/** The lines that only rustc's text has, and those that only we have. */
export function difference(theirs: string[], ours: string[]): string[] {
  return diffArrays(theirs, ours)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) => value.map((line) => `${added ? 'we say:    ' : 'rustc says:'} ${line}`))
}
