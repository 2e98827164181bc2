/** A text without its markers: which lines (from 1) carried which duty, and which are folded at first. */
export interface AnnotatedSource {
  text: string
  duties: { name: string; lines: number[] }[]
  folds: Fold[]
  /** Markers that mean nothing, each as a sentence. */
  mistakes: string[]
}

/** Lines (from 1, both ends included) that an editor hides behind one line, which says what they are. */
export interface Fold {
  title: string
  from: number
  to: number
}

/** Takes the markers from the ends of lines: `//@ name` or `//@ name, name` for duties, `//@ fold title` and `//@ fold` around what is folded. */
export function readMarkers(source: string): AnnotatedSource {
  const { lines, ...folds } = readFolds(source.split('\n'))
  const duties = new Map<string, number[]>()
  const bare = lines.map((line, index) => {
    const marker = /[ \t]*\/\/@ ([\w-]+(?:, [\w-]+)*)$/.exec(line)
    if (!marker) return line
    for (const name of marker[1]!.split(', ')) {
      duties.set(name, [...(duties.get(name) ?? []), index + 1])
    }
    return line.slice(0, marker.index)
  })
  return { text: bare.join('\n'), duties: [...duties].map(([name, lines]) => ({ name, lines })), ...folds }
}

interface Folded {
  lines: string[]
  folds: Fold[]
  mistakes: string[]
}

function readFolds(source: string[]): Folded {
  const folds: Fold[] = []
  const mistakes: string[] = []
  let open: Omit<Fold, 'to'> | undefined
  const lines = source.map((line, index) => {
    const marker = /[ \t]*\/\/@ fold(?: (.+))?$/.exec(line)
    if (!marker) return line
    const [at, title] = [index + 1, marker[1]]
    if (title !== undefined && open) mistakes.push(`Line ${at} begins a fold inside of another.`)
    else if (title !== undefined) open = { title, from: at }
    else if (open) folds.push({ ...open, to: at })
    else mistakes.push(`Line ${at} ends a fold that did not begin. Write «//@ fold title» at its first line.`)
    if (title === undefined) open = undefined
    return line.slice(0, marker.index)
  })
  if (open) mistakes.push(`The fold from line ${open.from} does not end. Write «//@ fold» at its last line.`)
  return { lines, folds, mistakes }
}
