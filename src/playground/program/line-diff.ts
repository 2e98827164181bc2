/** A line of a comparison of two texts. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Compares two texts line by line: the fewest lines removed and added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.trimEnd().split('\n'), after.trimEnd().split('\n')]
  const common = commonLengths(a, b)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const kind = nextKind()
    lines.push({ kind, text: kind === 'added' ? b[j]! : a[i]! })
    if (kind !== 'added') i++
    if (kind !== 'removed') j++
  }
  return lines

  function nextKind(): DiffLine['kind'] {
    if (j >= b.length) return 'removed'
    if (i >= a.length) return 'added'
    if (a[i] === b[j]) return 'same'
    return common[i + 1]![j]! >= common[i]![j + 1]! ? 'removed' : 'added'
  }
}

/** `[i][j]`: how many lines the texts from line i and line j on have in common, in order. */
function commonLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}
