import { layOutCode } from './lay-out-code.ts'
import { loadForReader } from './reader/load-for-reader.ts'
import { openSearchLater } from './search/open-search-later.ts'
import { showButtons } from './show-buttons.ts'
import { showProgress } from './show-progress.ts'

/** What every page does in the browser before somebody is seen to read it; the layout writes it into the page as one script. */
showButtons()
showProgress()
layOutCode()
openSearchLater()
loadForReader()
