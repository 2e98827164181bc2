import { isShown, isSolved, readProgress } from '#playground/storage/progress.ts'
import { progressChanged } from '#playground/storage/storage.ts'

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-progress]')]

/** Marks the links to solved lessons, now and whenever that changes. */
export function showProgress() {
  markSolvedLinks()
  for (const event of ['storage', 'pageshow', progressChanged]) addEventListener(event, markSolvedLinks)
}

function markSolvedLinks() {
  const progress = readProgress()
  for (const link of links) {
    const slug = link.dataset.progress!
    link.classList.toggle('solved', isSolved(progress, slug))
    link.classList.toggle('shown', isShown(progress, slug))
  }
}
