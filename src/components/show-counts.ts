import { t } from '#i18n/t.ts'
import { isSolved, readProgress } from '#playground/storage/progress.ts'
import { progressChanged, readText } from '#playground/storage/storage.ts'
import { findPlace } from './find-place.ts'

/** Where a page lists all lessons: says how many are done, now and whenever that changes, and offers to continue. */
export function showCounts() {
  count()
  offerToContinue()
  for (const event of ['storage', 'pageshow', progressChanged]) addEventListener(event, count)
}

function linksIn(part: ParentNode): HTMLAnchorElement[] {
  return [...part.querySelectorAll<HTMLAnchorElement>('main [data-progress]')]
}

function count() {
  const links = linksIn(document)
  const solved = countSolved(links)
  const words = document.querySelector<HTMLElement>('[data-lessons-done]')
  if (words && solved > 0)
    words.textContent = t('{done} of {all} lessons done', { done: solved, all: links.length })
  document.querySelectorAll<HTMLElement>('[data-chapter-done]').forEach(countInChapter)
}

function countSolved(links: HTMLAnchorElement[]): number {
  const progress = readProgress()
  return links.filter(({ dataset }) => isSolved(progress, dataset.progress!)).length
}

function countInChapter(words: HTMLElement) {
  const chapter = words.closest('.chapter')!
  const links = linksIn(chapter)
  const solved = countSolved(links)
  chapter.classList.toggle('all-solved', links.length > 0 && solved === links.length)
  if (solved > 0) words.textContent = t('{done} of {all} done', { done: solved, all: links.length })
}

function offerToContinue() {
  const start = document.querySelector<HTMLAnchorElement>('[data-continue]')
  const next = findNext(linksIn(document))
  if (!start || !next) return
  start.href = next.href + findPlace(next.dataset.progress!)
  start.textContent = t('Continue with {number}', { number: next.dataset.number! })
}

/** The lesson that was open last, or after one that is done the next one that is not; none where no lesson was open yet. */
function findNext(links: HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  const last = links.findIndex(({ dataset }) => dataset.progress === readText('last'))
  if (last === -1) return undefined
  const progress = readProgress()
  return links.slice(last).find(({ dataset }) => !isSolved(progress, dataset.progress!)) ?? links[last]
}
