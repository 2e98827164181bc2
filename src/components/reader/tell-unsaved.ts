import { t } from '#i18n/t.ts'
import { saveFailed, type SaveResult } from '#playground/storage/storage.ts'
import { showNotice } from '../notice.ts'

/** Says once that this browser saves nothing more; what was not saved stays as long as the page. */
export function tellUnsaved() {
  const tell = ({ detail }: Event & { detail?: SaveResult }) =>
    showNotice(sentences[detail === 'full' ? 'full' : 'refused']())
  addEventListener(saveFailed, tell, { once: true })
}

const sentences = {
  full: () =>
    t('This browser has no room left for this site. What you do now stays until you leave the page.'),
  refused: () =>
    t('This browser does not store anything for this site. What you do stays until you leave the page.'),
}
