// Not from the package's main file: the bundler would keep all of it, 6 kB more for the reader.
import { diffArrays } from 'diff/lib/diff/array.js'

/** A line of a comparison of two texts. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Compares two texts line by line: the fewest lines removed and added. A last line break is no line. */
export function diffLines(before: string, after: string): DiffLine[] {
  return diffArrays(toLines(before), toLines(after)).flatMap(({ added, removed, value }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map((text): DiffLine => ({ kind, text }))
  })
}

function toLines(text: string): string[] {
  return text.trimEnd().split('\n')
}
