import type * as loaded from '../counts-script.ts'
import { loadScript } from '../load-script.ts'

/** Where a page lists all lessons, loads what says how many are done: nobody who comes for the first time has done any. */
export async function showCountsLater() {
  if (!document.querySelector('.map')) return
  const script = await loadScript<typeof loaded>('counts').catch(() => undefined)
  script?.showAllCounts()
}
