import { readAllAnswers } from '#playground/storage/answers.ts'
import { isShown, isSolved, markShown, readProgress } from '#playground/storage/progress.ts'
import { progressChanged, readText, saveText } from '#playground/storage/storage.ts'
import { findPlace } from './find-place.ts'

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-progress]')]

/** Remembers the lesson of this page, if it has one, as the one to continue with. */
export function rememberLesson() {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  if (lesson) saveText('last', lesson)
}

/** Notes that the solution was shown, where the reader opens it on the page. */
export function noteShownSolution() {
  const slug = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  const solution = document.querySelector<HTMLDetailsElement>('.solution .confirm')
  const note = () => {
    if (!slug || !solution?.open) return
    markShown(slug)
    dispatchEvent(new Event(progressChanged))
  }
  solution?.addEventListener('toggle', note)
  note()
}

/** Marks the links to solved lessons, now and whenever that changes, and offers to continue with the last lesson. */
export function showProgress() {
  markSolvedLinks()
  offerToContinue()
  for (const event of ['storage', 'pageshow', progressChanged]) addEventListener(event, markSolvedLinks)
}

function markSolvedLinks() {
  const progress = readProgress()
  for (const link of links) {
    const slug = link.dataset.progress!
    link.classList.toggle('solved', isSolved(progress, slug))
    link.classList.toggle('shown', isShown(progress, slug))
  }
  const solved = links.filter((link) => link.classList.contains('solved')).length
  const words = document.querySelector<HTMLElement>('[data-lessons-done]')
  const right = countRightAnswers()
  const parts = [
    solved > 0 && `${solved} of ${links.length} lessons done`,
    right > 0 && `${right} ${right === 1 ? 'answer' : 'answers'} right`,
  ].filter(Boolean)
  if (words && parts.length > 0) words.textContent = parts.join(', ')
  document.querySelectorAll<HTMLElement>('[data-chapter-done]').forEach(countInChapter)
}

/** Predictions and answers to questions; tasks and tests are counted where they stand. */
function countRightAnswers(): number {
  const answers = Object.values(readAllAnswers()).flatMap((lesson) => Object.entries(lesson))
  return answers.filter(([name, { done }]) => done && /^(predicted|question-\d+)$/.test(name)).length
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
  start.href = last.href + findPlace(last.dataset.progress!)
  start.textContent = `Continue with ${last.dataset.number}`
}
