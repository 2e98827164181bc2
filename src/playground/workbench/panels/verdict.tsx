import { t } from '#i18n/t.ts'
import type { ComponentChildren } from 'preact'

interface Props {
  /** `open` where nobody has found out. */
  holds: boolean | 'open'
  says: string
  children?: ComponentChildren
}

/** One of the checks, by a sentence, and whether it holds. */
export function Verdict({ holds, says, children }: Props) {
  const { look, sign, words } = looks[`${holds}`]
  return (
    <li class={look}>
      <span aria-hidden="true">{sign}</span>
      <div>
        <span class="visually-hidden">{words()}: </span>
        {says}
        {children}
      </div>
    </li>
  )
}

const looks = {
  true: { look: 'wb-holds', sign: '✓', words: () => t('holds') },
  false: { look: 'wb-fails', sign: '✗', words: () => t('does not hold') },
  open: { look: 'wb-open', sign: '○', words: () => t('not run') },
}
