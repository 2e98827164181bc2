import { t } from '#i18n/t.ts'
import type { ListedLesson } from '#course/lesson-index.ts'
import { isSolved, type Progress, readProgress } from '#playground/storage/progress.ts'
import { progressChanged } from '#playground/storage/storage.ts'
import { loadLessons } from './load-lessons.ts'

/** Says in the header how long the rest of this lesson takes, and the rest of its chapter. */
export async function showTimeLeft() {
  const article = document.querySelector<HTMLElement>('article[data-lesson]')
  const words = document.querySelector<HTMLElement>('.time-left')
  if (!article || !words) return
  const lessons = await loadLessons()
  const lesson = lessons.find(({ slug }) => slug === article.dataset.lesson)
  if (!lesson) return
  const show = () => render(words, toTimeLeft(lessons, lesson, readShare(article)))
  show()
  addEventListener('scroll', show, { passive: true })
  addEventListener(progressChanged, show)
}

/** Minutes. */
export interface TimeLeft {
  lesson: number
  chapter: number
}

/** How long the rest takes: of this lesson by the share that is read, of its chapter the lessons after it that are not done. */
export function toTimeLeft(
  lessons: ListedLesson[],
  lesson: ListedLesson,
  read: { share: number; progress: Progress },
): TimeLeft {
  const left = isSolved(read.progress, lesson.slug) ? 0 : lesson.minutes * (1 - read.share)
  const others = lessons
    .slice(lessons.indexOf(lesson) + 1)
    .filter(({ chapter, slug }) => chapter === lesson.chapter && !isSolved(read.progress, slug))
  return { lesson: left, chapter: others.reduce((sum, { minutes }) => sum + minutes, left) }
}

/** Where there is no room for both, the chapter's time is shown when the lesson's is pointed at. */
function render(element: HTMLElement, left: TimeLeft) {
  const { lesson, chapter } = describeTimeLeft(left)
  const second = document.createElement('span')
  second.textContent = lesson ? `, ${chapter}` : chapter
  element.replaceChildren(lesson, ...(chapter ? [second] : []))
  element.title = [lesson, chapter].filter(Boolean).join(', ')
}

/** Says it in words; empty where nothing is left. */
export function describeTimeLeft({ lesson, chapter }: TimeLeft): { lesson: string; chapter: string } {
  return {
    lesson: lesson < 1 ? '' : t('{time} left', { time: toWords(Math.ceil(lesson)) }),
    chapter: chapter - lesson < 1 ? '' : t('{time} in the chapter', { time: toWords(toFives(chapter)) }),
  }
}

function toFives(minutes: number): number {
  return minutes < 10 ? Math.ceil(minutes) : Math.round(minutes / 5) * 5
}

function toWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}

/** How much of the text has been in sight; what is done in the workbench beside it is a part of reading. */
function readShare(article: HTMLElement) {
  const { top, height } = article.getBoundingClientRect()
  const share = Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight)))
  return { share, progress: readProgress() }
}
