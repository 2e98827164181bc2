import { setUpDutyNotes } from './duty-notes.ts'
import { saveAnswersOfPage } from './save-answers.ts'
import { layOutCode } from './lay-out-code.ts'
import { noteShownSolution, rememberLesson, showProgress } from './lesson-progress.ts'
import { setUpPrinting } from './set-up-printing.ts'
import { explainWordsLater } from './words/explain-words-later.ts'
import { setUpThemeToggle } from './theme-toggle.ts'

/** What every page does in the browser besides the workbench; the layout writes it into the page as one script. */
setUpThemeToggle()
rememberLesson()
showProgress()
saveAnswersOfPage()
noteShownSolution()
layOutCode()
setUpDutyNotes()
setUpPrinting()
explainWordsLater()
