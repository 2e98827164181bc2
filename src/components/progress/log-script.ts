import { localPath } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import { type Log, openLog } from '#playground/storage/log/open-log.ts'
import { dueOn, toSchedule } from '#playground/storage/log/schedule.ts'
import { findItem, loadItems } from './find-item.ts'

export { start } from './show-progress-page.ts'

/** Has the log take in what waits for it. */
export async function takeIn() {
  await freshLog()
}

/** The way to the next question that is to be asked again today, or back to the progress page. */
export async function findNext(): Promise<HTMLAnchorElement> {
  const link = document.createElement('a')
  const due = await findDue()
  link.href = due[0]?.href ?? localPath('/progress/')
  link.textContent = due[0]
    ? t('The next of {count}: {words} →', { count: due.length, words: due[0].words })
    : t('That was the last one for today. To your progress →')
  return link
}

async function findDue() {
  const log = await freshLog()
  const [entries, lessons] = [await log.readEntries(), await loadItems()]
  return dueOn(new Date(), toSchedule(entries)).flatMap(({ item }) => findItem(lessons, item) ?? [])
}

let opened: Promise<Log> | undefined

async function freshLog(): Promise<Log> {
  opened ??= openLog()
  const log = await opened
  await log.takeIn()
  return log
}
