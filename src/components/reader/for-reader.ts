import { setUpDutyNotes } from '../duty-notes.ts'
import { noteShownSolution } from '../note-shown-solution.ts'
import { setUpPrinting } from '../set-up-printing.ts'
import { explainWordsLater } from '../words/explain-words-later.ts'
import { setUpAnswering } from './answer-questions.ts'
import { fillLog } from './fill-log.ts'
import { followSettings } from './follow-settings.ts'
import css from './for-reader.css?inline'
import { setUpKeysOfPage } from './keys-of-page.ts'
import { linkHeadings } from './link-headings.ts'
import { setUpDialogs } from './page-dialog.ts'
import { followRevisit } from './follow-revisit.ts'
import { offerLanguage } from './offer-language.ts'
import { offerToGoOn } from './offer-to-go-on.ts'
import { rememberLesson } from './remember-lesson.ts'
import { saveAnswersOfPage } from './save-answers.ts'
import { setUpOfflineLater } from './set-up-offline-later.ts'
import { setUpReport } from './set-up-report.ts'
import { setUpTasksLater } from './set-up-tasks-later.ts'
import { showCountsLater } from './show-counts-later.ts'
import { tellUnsaved } from './tell-unsaved.ts'
import { takeEarlyAnswers } from './take-early-answers.ts'
import { setUpThemeToggle } from './theme-toggle.ts'
import { showTimeLeft } from './time-left.ts'
import { wakeIslands } from './wake-islands.ts'
import { watchReading } from './watch-reading.ts'

/** What pages do once somebody is seen to read them; `before` is what that reader has done so far. */
export function startForReader(before: readonly Event[]) {
  const last = before.at(-1)
  addStyle()
  wakeIslands(before)
  setUpThemeToggle()
  rememberLesson()
  tellUnsaved()
  setUpAnswering()
  saveAnswersOfPage(before)
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
  offerLanguage()
  fillLog()
  setUpOfflineLater()
  // A note of an answer is only taken away once the script is there that saves it.
  void setUpTasksLater(before).then(takeEarlyAnswers)
  void showCountsLater()
  void showTimeLeft()
  void offerToGoOn()
}

function addStyle() {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
}
