import type { Bench } from '../bench.ts'
import { LineLink } from './line-link.tsx'

/** Output of a program in which places of the edited file, such as `main.rs:12:5`, are links. */
export function LinkedOutput({ bench, text }: { bench: Bench; text: string }) {
  const place = new RegExp(`(\\b${bench.file.replace('.', '\\.')}:\\d+:\\d+)`)
  return <>{text.split(place).map((part, index) => (index % 2 ? toLink(bench, part) : part))}</>
}

function toLink(bench: Bench, part: string) {
  const [line, column] = part.split(':').slice(1).map(Number) as [number, number]
  return (
    <LineLink bench={bench} at={{ line, column }}>
      {part}
    </LineLink>
  )
}
