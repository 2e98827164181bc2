import { t } from '#i18n/t.ts'
import { showTestLine } from '../show-test-line.ts'

interface Props {
  /** The name of its tab. */
  file: string
  line: number
}

/** Leads to a line of what checks the exercise, such as `tests.rs`. */
export function CheckLine({ file, line }: Props) {
  return (
    <button
      type="button"
      class="wb-textbutton wb-line-link"
      onClick={({ currentTarget }) => showTestLine(currentTarget.closest('.workbench')!, { file, line })}
    >
      {t('{file} line {line}', { file, line })}
    </button>
  )
}
