import type { Bench } from '../../program/program-session.ts'
import { LineLink } from './line-link.tsx'

/** Output of a program in which places of the edited file, such as `main.rs:12:5` or `driver.c:31`, are links. */
export function LinkedOutput({ bench, text }: { bench: Bench; text: string }) {
  const place = new RegExp(`(\\b${bench.file.replace('.', '\\.')}(?::\\d+){1,2})`)
  return <>{text.split(place).map((part, index) => (index % 2 ? toLink(bench, part) : part))}</>
}

function toLink(bench: Bench, part: string) {
  const [line = 1, column = 1] = part.split(':').slice(1).map(Number)
  return (
    <LineLink bench={bench} at={{ line, column }}>
      {part}
    </LineLink>
  )
}
