import { readProgress } from '#playground/storage/progress.ts'
import { progressChanged, readText, saveText } from '#playground/storage/storage.ts'

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-progress]')]

/** Remembers the lesson of this page, if it has one, as the one to continue with. */
export function rememberLesson() {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  if (lesson) saveText('last', lesson)
}

/** Marks the links to solved lessons, now and whenever that changes, and offers to continue with the last lesson. */
export function showProgress() {
  markSolvedLinks()
  offerToContinue()
  for (const event of ['storage', 'pageshow', progressChanged]) addEventListener(event, markSolvedLinks)
}

function markSolvedLinks() {
  const progress = readProgress()
  for (const link of links) link.classList.toggle('solved', Object.hasOwn(progress, link.dataset.progress!))
  const solved = links.filter((link) => link.classList.contains('solved')).length
  const words = document.querySelector<HTMLElement>('[data-done]')
  if (words && solved > 0) words.textContent = `${solved} of ${links.length} lessons done`
  document.querySelectorAll<HTMLElement>('[data-chapter-done]').forEach(countInChapter)
}

function countInChapter(words: HTMLElement) {
  const chapter = words.closest('.chapter')!
  const all = chapter.querySelectorAll('[data-progress]').length
  const solved = chapter.querySelectorAll('.solved').length
  chapter.classList.toggle('all-solved', all > 0 && solved === all)
  if (solved > 0) words.textContent = `${solved} of ${all} done`
}

function offerToContinue() {
  const start = document.querySelector<HTMLAnchorElement>('[data-continue]')
  const last = links.find((link) => link.dataset.progress === readText('last'))
  if (!start || !last) return
  start.href = last.href
  start.textContent = `Continue with ${last.dataset.number}`
}
