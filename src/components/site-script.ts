import { saveAnswersOfPage } from './save-answers.ts'
import { layOutCode } from './lay-out-code.ts'
import { rememberLesson, showProgress } from './lesson-progress.ts'
import { loadForReader } from './reader/load-for-reader.ts'
import { openSearchLater } from './search/open-search-later.ts'
import { setUpOfflineLater } from './set-up-offline-later.ts'
import { setUpThemeToggle } from './theme-toggle.ts'

/** What every page does in the browser besides the workbench; the layout writes it into the page as one script. */
setUpThemeToggle()
rememberLesson()
showProgress()
saveAnswersOfPage()
layOutCode()
loadForReader()
openSearchLater()
setUpOfflineLater()
