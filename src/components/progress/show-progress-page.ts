import { pageLanguage } from '#i18n/language.ts'
import { t, tn } from '#i18n/t.ts'
import { mergeAnswers, readAllAnswers } from '#playground/storage/answers.ts'
import { type Log, onLogElsewhere, openLog } from '#playground/storage/log/open-log.ts'
import { dueOn, type Scheduled, toSchedule } from '#playground/storage/log/schedule.ts'
import { toSnapshots } from '#playground/storage/log/to-snapshots.ts'
import { mergeProgress, readProgress } from '#playground/storage/progress.ts'
import { progressChanged, workReplaced } from '#playground/storage/storage.ts'
import { showCounts } from '../show-counts.ts'
import { findItem, loadItems } from './find-item.ts'
import type { ItemsOfLesson } from './items.ts'
import { showPath } from './show-path.ts'

/** Fills the progress page from the log, now and whenever that changes. */
export async function start(page: HTMLElement) {
  showCounts()
  const [log, lessons] = await Promise.all([openLog(), loadItems()])
  const show = () => void showPage(page, log, lessons)
  onLogElsewhere(show)
  for (const event of [progressChanged, workReplaced, 'storage', 'pageshow']) addEventListener(event, show)
  await showPage(page, log, lessons)
  page.dataset.ready = ''
}

async function showPage(page: HTMLElement, log: Log, lessons: ItemsOfLesson[]) {
  const entries = await log.readEntries()
  const { progress, answers } = toSnapshots(entries)
  showPath(page, lessons, {
    progress: mergeProgress(readProgress(), progress),
    answers: mergeAnswers(readAllAnswers(), answers),
  })
  showDue(page, lessons, toSchedule(entries))
}

function showDue(page: HTMLElement, lessons: ItemsOfLesson[], schedule: Scheduled[]) {
  const known = schedule.filter(({ item }) => findItem(lessons, item))
  const due = dueOn(new Date(), known)
  const list = page.querySelector('[data-due]')!
  list.replaceChildren(...due.slice(0, enough).map(({ item }) => toRow(findItem(lessons, item)!)))
  const words = page.querySelector('[data-due-words]')!
  words.textContent = describeDue(due.length, known[due.length])
}

/** Questions a day: what is left is there tomorrow as well. */
const enough = 10

function describeDue(due: number, next: Scheduled | undefined): string {
  if (due > enough)
    return t('{count} questions that you found hard before. These {enough} are enough for today:', {
      count: due,
      enough,
    })
  if (due > 0)
    return tn('One question that you found hard before:', '{count} questions that you found hard before:', {
      count: due,
    })
  if (!next)
    return t(
      'Nothing yet. What you answer wrongly, or only after a long time, is asked again here after a day or more.',
    )
  const day = next.due.toLocaleDateString(pageLanguage(), { weekday: 'long', day: 'numeric', month: 'long' })
  return t('Nothing today. The next question comes on {day}.', { day })
}

function toRow({ words, lesson, href }: NonNullable<ReturnType<typeof findItem>>): HTMLElement {
  const [row, link, from] = ['li', 'a', 'span'].map((name) => document.createElement(name))
  ;(link as HTMLAnchorElement).href = href
  link!.textContent = words
  from!.className = 'aside'
  from!.textContent = lesson
  row!.append(link!, ' ', from!)
  return row!
}
