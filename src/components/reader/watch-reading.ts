import { markRead } from '#playground/storage/progress.ts'
import { saveText } from '#playground/storage/storage.ts'

/** Notes since when each question and task is in sight, and once the end of the lesson's text is. */
export function watchReading() {
  const article = document.querySelector<HTMLElement>('article[data-lesson]')
  if (!article) return
  const tasks = [...article.querySelectorAll<HTMLElement>('.question, [data-task]')]
  const watch = new IntersectionObserver((entries) => entries.forEach(noteSince), { threshold: 0.3 })
  for (const task of tasks) watch.observe(task)
  // Who comes back to the page begins to read again.
  addEventListener('visibilitychange', () => tasks.forEach(beginAgain))
  addEventListener('pagehide', () => savePlace(article))
  onceInSight(document.querySelector('.lesson-nav'), () => markRead(article.dataset.lesson!))
}

/** The heading that the reader was below, for whoever goes on later. */
function savePlace(article: HTMLElement) {
  const above = [...article.querySelectorAll(':is(h2, h3)[id]')].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
  )
  saveText('place', `${article.dataset.lesson}#${above.at(-1)?.id ?? ''}`)
}

function noteSince({ isIntersecting, target }: IntersectionObserverEntry) {
  if (isIntersecting) (target as HTMLElement).dataset.since ??= `${Date.now()}`
}

function beginAgain({ dataset }: HTMLElement) {
  if (dataset.since) dataset.since = `${Date.now()}`
}

function onceInSight(element: Element | null, callback: () => void) {
  if (!element) return
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    watch.disconnect()
    callback()
  })
  watch.observe(element)
}
