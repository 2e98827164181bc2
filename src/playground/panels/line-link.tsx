import type { ComponentChildren } from 'preact'
import type { Position } from '#protocol/diagnostic.ts'
import type { Bench } from '../bench.ts'

/** A link to a place in the reader's code. */
export function LineLink({
  bench,
  at,
  children,
}: {
  bench: Bench
  at: Position
  children?: ComponentChildren
}) {
  return (
    <a
      class="wb-line-link"
      href={`#line-${at.line}`}
      onClick={(event) => {
        event.preventDefault()
        bench.goTo(at)
      }}
    >
      {children ?? `line ${at.line}`}
    </a>
  )
}
