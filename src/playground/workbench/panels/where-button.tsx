import { openWhereCodeGoes } from '../where/open-where.ts'

/** Leads to the choice of who gets the reader's code. */
export function WhereButton() {
  return (
    <button type="button" class="wb-textbutton" onClick={() => void openWhereCodeGoes()}>
      Where code goes…
    </button>
  )
}
