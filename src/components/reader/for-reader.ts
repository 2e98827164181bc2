import { setUpDutyNotes } from '../duty-notes.ts'
import { noteShownSolution } from '../note-shown-solution.ts'
import { setUpPrinting } from '../set-up-printing.ts'
import { explainWordsLater } from '../words/explain-words-later.ts'
import { fillLog } from './fill-log.ts'
import { followSettings } from './follow-settings.ts'
import css from './for-reader.css?inline'
import { setUpKeysOfPage } from './keys-of-page.ts'
import { linkHeadings } from './link-headings.ts'
import { setUpDialogs } from './page-dialog.ts'
import { followRevisit } from './follow-revisit.ts'
import { offerToGoOn } from './offer-to-go-on.ts'
import { setUpReport } from './set-up-report.ts'
import { tellUnsaved } from './tell-unsaved.ts'
import { showTimeLeft } from './time-left.ts'
import { watchReading } from './watch-reading.ts'

/** What pages do once somebody is seen to read them; `last` is what that reader did last, if it is known. */
export function startForReader(last?: Event) {
  addStyle()
  tellUnsaved()
  watchReading()
  setUpDialogs()
  setUpKeysOfPage(last)
  explainWordsLater(last)
  setUpDutyNotes()
  noteShownSolution()
  linkHeadings()
  followSettings()
  setUpPrinting()
  setUpReport()
  followRevisit()
  fillLog()
  void showTimeLeft()
  void offerToGoOn()
}

function addStyle() {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
}
