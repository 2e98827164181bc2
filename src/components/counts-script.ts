import { countParts } from './count-parts.ts'
import { showCounts } from './show-counts.ts'

/** Says on the page that lists all lessons what is done of them. */
export function showAllCounts() {
  showCounts()
  countParts()
  addEventListener('pageshow', countParts)
}
