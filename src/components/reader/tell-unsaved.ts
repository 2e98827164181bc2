import { t } from '#i18n/t.ts'
import { saveFailed, type SaveResult } from '#playground/storage/storage.ts'
import { closeNotice, showNotice } from '../notice.ts'

/** Says once that this browser saves nothing more, while no editor in sight says it of its code; what was not saved stays as long as the page. */
export function tellUnsaved() {
  let told: string | undefined
  const tell = (result: SaveResult | undefined) => {
    if (document.querySelector(toldByEditor)) return told && closeNotice(told)
    if (told) return
    told = sentences[result === 'full' ? 'full' : 'refused']()
    showNotice(told)
  }
  addEventListener(saveFailed, ({ detail }: Event & { detail?: SaveResult }) => {
    setTimeout(() => tell(detail), untilDrawn)
  })
}

const toldByEditor = ".wb-saved:is([data-state='full'], [data-state='refused'])"
/** Milliseconds in which the line below an editor has been drawn. */
const untilDrawn = 200

const sentences = {
  full: () =>
    t('This browser has no room left for this site. What you do now stays until you leave the page.'),
  refused: () =>
    t('This browser does not store anything for this site. What you do stays until you leave the page.'),
}
