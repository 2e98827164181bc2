import type { ComponentChildren } from 'preact'
import type { Position } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { EditedFile } from '../../program/edited-file.ts'

/** A link to a place in the reader's code. */
export function LineLink({
  program,
  at,
  go = () => program.goTo(at),
  children,
}: {
  program: EditedFile
  at: Position
  /** How to get there, where that is more than to go. */
  go?: () => void
  children?: ComponentChildren
}) {
  return (
    <a
      class="wb-line-link"
      href={`#line-${at.line}`}
      onClick={(event) => {
        event.preventDefault()
        go()
      }}
    >
      {children ?? t('line {line}', { line: at.line })}
    </a>
  )
}
