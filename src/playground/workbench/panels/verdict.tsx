import type { ComponentChildren } from 'preact'

interface Props {
  holds: boolean
  says: string
  children?: ComponentChildren
}

/** One of the checks, by a sentence, and whether it holds. */
export function Verdict({ holds, says, children }: Props) {
  return (
    <li class={holds ? 'wb-holds' : 'wb-fails'}>
      <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
      <div>
        <span class="visually-hidden">{holds ? 'holds: ' : 'does not hold: '}</span>
        {says}
        {children}
      </div>
    </li>
  )
}
