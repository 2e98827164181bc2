import { markShown } from '#playground/storage/progress.ts'
import { progressChanged } from '#playground/storage/storage.ts'

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
