import { entryNoted, waiting } from '#playground/storage/log/note-entry.ts'
import { storedNames } from '#playground/storage/storage.ts'
import { loadScript } from '../load-script.ts'
import type * as loaded from '../progress/log-script.ts'

/** Has what the reader did taken into the log while nothing else is to do; what waits when the page is left is taken in on the next. */
export function fillLog() {
  addEventListener(entryNoted, fillLater)
  if (storedNames(waiting).length > 0) fillLater()
}

let timer: ReturnType<typeof setTimeout> | undefined

function fillLater() {
  clearTimeout(timer)
  timer = setTimeout(() => whenIdle(() => void fill()), 1000)
}

function whenIdle(callback: () => void) {
  const later = window.requestIdleCallback ?? ((call: () => void) => setTimeout(call))
  later(callback, { timeout: 5000 })
}

/** Where the script does not come, or the database is full, all of it goes on waiting. */
async function fill() {
  await loadScript<typeof loaded>('log')
    .then(({ takeIn }) => takeIn())
    .catch(() => {})
}
