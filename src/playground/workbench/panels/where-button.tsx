import { t } from '#i18n/t.ts'
import { isFramed } from '../go-to-page.ts'
import { openWhereCodeGoes } from '../where/open-where.ts'

/** Leads to the choice of who gets the reader's code; not in a frame, as the page around that could have them click on it without their knowing. */
export function WhereButton() {
  if (isFramed()) return null
  return (
    <button type="button" class="wb-textbutton" onClick={() => void openWhereCodeGoes()}>
      {t('Where code goes…')}
    </button>
  )
}
