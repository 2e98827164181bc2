import { setUpDutyNotes } from './duty-notes.ts'
import { layOutCode } from './lay-out-code.ts'
import { rememberLesson, showProgress } from './lesson-progress.ts'
import { setUpPrinting } from './set-up-printing.ts'
import { setUpThemeToggle } from './theme-toggle.ts'

/** What every page does in the browser besides the workbench; the layout writes it into the page as one script. */
setUpThemeToggle()
rememberLesson()
showProgress()
layOutCode()
setUpDutyNotes()
setUpPrinting()
