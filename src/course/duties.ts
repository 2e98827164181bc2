/** A text without its `//@ name` markers, and which lines (from 1) carried which duty. */
export interface AnnotatedSource {
  text: string
  duties: { name: string; lines: number[] }[]
}

/** Takes the `//@ name` or `//@ name, name` markers from the ends of lines. */
export function readMarkers(source: string): AnnotatedSource {
  const duties = new Map<string, number[]>()
  const lines = source.split('\n').map((line, index) => {
    const marker = /[ \t]*\/\/@ ([\w-]+(?:, [\w-]+)*)$/.exec(line)
    if (!marker) return line
    for (const name of marker[1]!.split(', ')) {
      duties.set(name, [...(duties.get(name) ?? []), index + 1])
    }
    return line.slice(0, marker.index)
  })
  return { text: lines.join('\n'), duties: [...duties].map(([name, lines]) => ({ name, lines })) }
}
