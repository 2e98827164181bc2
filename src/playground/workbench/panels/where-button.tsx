import { t } from '#i18n/t.ts'
import { openWhereCodeGoes } from '../where/open-where.ts'

/** Leads to the choice of who gets the reader's code. */
export function WhereButton() {
  return (
    <button type="button" class="wb-textbutton" onClick={() => void openWhereCodeGoes()}>
      {t('Where code goes…')}
    </button>
  )
}
