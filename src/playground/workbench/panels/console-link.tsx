import { t } from '#i18n/t.ts'
import { showInConsole } from '../show-in-console.ts'

/** Leads to the line of the console below that shows this text. */
export function ConsoleLink({ text, isGood = false }: { text: string; isGood?: boolean }) {
  return (
    <button
      type="button"
      class="wb-textbutton wb-to-console"
      onClick={({ currentTarget }) => showInConsole(currentTarget.closest('[role=tabpanel]')!, text, isGood)}
    >
      {t('show it')}
      <span class="visually-hidden">: {text}</span>
    </button>
  )
}
