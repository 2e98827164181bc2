import type { ProgramSession } from '../../program/program-session.ts'
import { LineLink } from './line-link.tsx'

/** Output of a program in which places of the edited file, such as `main.rs:12:5` or `driver.c:31`, are links. */
export function LinkedOutput({ program, text }: { program: ProgramSession; text: string }) {
  const place = new RegExp(`(\\b${program.file.replace('.', '\\.')}(?::\\d+){1,2})`)
  return <>{text.split(place).map((part, index) => (index % 2 ? toLink(program, part) : part))}</>
}

function toLink(program: ProgramSession, part: string) {
  const [line = 1, column = 1] = part.split(':').slice(1).map(Number)
  return (
    <LineLink program={program} at={{ line, column }}>
      {part}
    </LineLink>
  )
}
